/** `weight`: inhabitants in hundreds, about; only to spread the demo believably, never shown as a figure. */
export type DemoMunicipality = {
  readonly istat: string
  readonly cadastral: string
  readonly name: string
  readonly district: DistrictKey
  readonly latitude: number
  readonly longitude: number
  readonly weight: number
}
export type DistrictKey = 'cremasco' | 'cremonese' | 'casalasco'

/** ISTAT code; cadastral code; name; district; latitude; longitude; weight. Codes and names by ISTAT. */
const rows = `
019001;A039;Acquanegra Cremonese;cremonese;45.1745;9.8911;11
019002;A076;Agnadello;cremasco;45.4429;9.5594;39
019003;A299;Annicco;cremonese;45.2517;9.8825;19
019004;A526;Azzanello;cremonese;45.3130;9.9184;6
019005;A570;Bagnolo Cremasco;cremasco;45.3651;9.6133;48
019006;A972;Bonemerse;cremonese;45.1082;10.0905;15
019007;A986;Bordolano;cremonese;45.2890;9.9780;6
019009;B439;Calvatone;casalasco;45.1304;10.4524;12
019010;B484;Camisano;cremasco;45.4450;9.7485;12
019011;B498;Campagnola Cremasca;cremasco;45.4009;9.6727;6
019012;B650;Capergnanica;cremasco;45.3337;9.6429;21
019013;B679;Cappella Cantone;cremonese;45.2461;9.8339;6
019014;B680;Cappella de' Picenardi;cremonese;45.1444;10.2333;4
019015;B686;Capralba;cremasco;45.4350;9.6428;23
019016;B869;Casalbuttano ed Uniti;cremonese;45.2507;9.9638;38
019017;B881;Casale Cremasco-Vidolasco;cremasco;45.4403;9.7181;18
019018;B889;Casaletto Ceredano;cremasco;45.3131;9.6214;12
019019;B890;Casaletto di Sopra;cremasco;45.4156;9.7916;5
019020;B891;Casaletto Vaprio;cremasco;45.4096;9.6421;18
019021;B898;Casalmaggiore;casalasco;44.9870;10.4539;152
019022;B900;Casalmorano;cremonese;45.2874;9.9059;15
019023;C089;Casteldidone;casalasco;45.0653;10.4019;5
019024;C115;Castel Gabbiano;cremasco;45.4691;9.7174;5
019025;C153;Castelleone;cremasco;45.2916;9.7722;94
019026;B129;Castelverde;cremonese;45.2001;9.9896;57
019027;C290;Castelvisconti;cremonese;45.3015;9.9475;3
019028;C435;Cella Dati;cremonese;45.0859;10.2145;5
019029;C634;Chieve;cremasco;45.3379;9.6125;22
019030;C678;Cicognolo;cremonese;45.1642;10.2039;9
019031;C703;Cingia de' Botti;casalasco;45.0802;10.2685;12
019032;D056;Corte de' Cortesi con Cignone;cremonese;45.2669;10.0050;11
019033;D057;Corte de' Frati;cremonese;45.2270;10.1056;14
019034;D141;Credera Rubbiano;cremasco;45.2985;9.6529;16
019035;D142;Crema;cremasco;45.3659;9.6830;341
019036;D150;Cremona;cremonese;45.1410;10.0293;712
019037;D151;Cremosano;cremasco;45.3889;9.6454;17
019038;D186;Crotta d'Adda;cremonese;45.1547;9.8663;6
019039;D203;Cumignano sul Naviglio;cremasco;45.3497;9.8395;4
019040;D278;Derovere;casalasco;45.1116;10.2443;3
019041;D358;Dovera;cremasco;45.3659;9.5380;38
019043;D574;Fiesco;cremasco;45.3344;9.7775;12
019044;D710;Formigara;cremonese;45.2315;9.7559;11
019045;D834;Gabbioneta-Binanuova;cremonese;45.2174;10.2047;8
019046;D841;Gadesco-Pieve Delmona;cremonese;45.1635;10.1199;20
019047;D966;Genivolta;cremasco;45.3391;9.8753;11
019048;D993;Gerre de' Caprioli;cremonese;45.0889;10.0376;13
019049;E082;Gombito;cremasco;45.2543;9.7365;6
019050;E193;Grontardo;cremonese;45.2022;10.1419;14
019051;E217;Grumello Cremonese ed Uniti;cremonese;45.2022;9.8627;17
019052;E272;Gussola;casalasco;45.0087;10.3430;26
019053;E356;Isola Dovarese;cremonese;45.1696;10.3108;11
019054;E380;Izano;cremasco;45.3541;9.7529;21
019055;E793;Madignano;cremasco;45.3370;9.7236;28
019056;E843;Malagnino;cremonese;45.1295;10.1169;17
019057;E983;Martignana di Po;casalasco;45.0059;10.3748;20
019058;F434;Monte Cremasco;cremasco;45.3763;9.5706;23
019059;F681;Montodine;cremasco;45.2777;9.7001;25
019060;F761;Moscazzano;cremasco;45.2912;9.6798;7
019061;F771;Motta Baluffi;casalasco;45.0492;10.2396;8
019062;G004;Offanengo;cremasco;45.3861;9.7499;60
019063;G047;Olmeneta;cremonese;45.2396;10.0280;9
019064;G185;Ostiano;cremonese;45.2254;10.2592;28
019065;G222;Paderno Ponchielli;cremonese;45.2300;9.9268;13
019066;G260;Palazzo Pignano;cremasco;45.3996;9.5825;37
019067;G306;Pandino;cremasco;45.4105;9.5386;91
019068;G469;Persico Dosimo;cremonese;45.1830;10.0836;33
019069;G483;Pescarolo ed Uniti;cremonese;45.1935;10.1982;15
019070;G504;Pessina Cremonese;cremonese;45.1818;10.2614;6
019072;G558;Pianengo;cremasco;45.4037;9.6974;25
019073;G603;Pieranica;cremasco;45.4284;9.6096;11
019074;G647;Pieve d'Olmi;cremonese;45.0791;10.1337;13
019075;G651;Pieve San Giacomo;cremonese;45.1266;10.1920;16
019076;G721;Pizzighettone;cremonese;45.1915;9.8046;63
019077;B914;Pozzaglio ed Uniti;cremonese;45.2128;10.0469;14
019078;H130;Quintano;cremasco;45.4202;9.6210;9
019079;H276;Ricengo;cremasco;45.4101;9.7373;17
019080;H314;Ripalta Arpina;cremasco;45.2898;9.7234;10
019081;H315;Ripalta Cremasca;cremasco;45.3280;9.6816;34
019082;H316;Ripalta Guerina;cremasco;45.3069;9.7057;5
019083;H341;Rivarolo del Re ed Uniti;casalasco;45.0362;10.4697;19
019084;H357;Rivolta d'Adda;cremasco;45.4598;9.5132;82
019085;H372;Robecco d'Oglio;cremonese;45.2581;10.0588;23
019086;H508;Romanengo;cremasco;45.3837;9.7879;31
019087;H731;Salvirola;cremasco;45.3572;9.7906;11
019088;H767;San Bassano;cremonese;45.2388;9.8009;21
019089;H815;San Daniele Po;casalasco;45.0552;10.1797;13
019090;H918;San Giovanni in Croce;casalasco;45.0763;10.3784;18
019091;I007;San Martino del Lago;casalasco;45.0795;10.3147;4
019092;I497;Scandolara Ravara;casalasco;45.0484;10.3116;13
019093;I498;Scandolara Ripa d'Oglio;cremonese;45.2265;10.1524;5
019094;I627;Sergnano;cremasco;45.4316;9.6897;35
019095;I683;Sesto ed Uniti;cremonese;45.1823;9.9260;32
019096;I790;Solarolo Rainerio;casalasco;45.0727;10.3507;9
019097;I827;Soncino;cremasco;45.4070;9.8528;77
019098;I849;Soresina;cremonese;45.2908;9.8515;91
019099;I865;Sospiro;cremonese;45.1074;10.1612;30
019100;I906;Spinadesco;cremonese;45.1324;9.9330;15
019101;I909;Spineda;casalasco;45.0603;10.5162;6
019102;I914;Spino d'Adda;cremasco;45.3934;9.4869;68
019103;I935;Stagno Lombardo;cremonese;45.0618;10.0895;15
019104;L164;Ticengo;cremasco;45.3821;9.8216;4
019105;L221;Torlino Vimercati;cremasco;45.4274;9.5940;3
019106;L225;Tornata;casalasco;45.1041;10.4367;4
019107;L258;Torre de' Picenardi;casalasco;45.1302;10.2909;20
019108;L296;Torricella del Pizzo;casalasco;45.0191;10.2839;6
019109;L389;Trescore Cremasco;cremasco;45.3989;9.6159;28
019110;L426;Trigolo;cremasco;45.3270;9.8179;17
019111;L535;Vaiano Cremasco;cremasco;45.3734;9.5924;37
019112;L539;Vailate;cremasco;45.4569;9.5973;46
019113;L806;Vescovato;cremonese;45.1628;10.1667;39
019114;M116;Volongo;cremonese;45.2058;10.3000;5
019115;M127;Voltido;casalasco;45.1087;10.3357;3
019116;M418;Piadena Drizzona;casalasco;45.1312;10.3699;40
`

const districts: Readonly<Record<string, DistrictKey>> = {
  cremasco: 'cremasco',
  cremonese: 'cremonese',
  casalasco: 'casalasco',
}

const rowOf = (row: string): DemoMunicipality[] => {
  const [istat, cadastral, name, district, latitude, longitude, weight] = row.split(';')
  const key = districts[district ?? '']
  if (!istat || !cadastral || !name || !key) return []
  return [
    {
      istat,
      cadastral,
      name,
      district: key,
      latitude: Number(latitude),
      longitude: Number(longitude),
      weight: Number(weight),
    },
  ]
}

/** The 113 municipalities of the province of Cremona, in the three districts as the demo reads them. */
export const demoMunicipalities: readonly DemoMunicipality[] = rows.split('\n').flatMap(rowOf)
