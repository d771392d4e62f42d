-- Figures of a network as they were last counted. What they were counted from stands beside them as a fingerprint: while it is the same,
-- nothing is counted again. Aggregates only; the figures of the whole programme stand under the nil district.
create table network_figures (
  district_id uuid not null,
  scope_kind text not null check (scope_kind in ('programme', 'district', 'town', 'occasion', 'person', 'organisations')),
  scope_id text not null,
  day date not null,
  from_day date not null,
  fingerprint text not null,
  figures jsonb not null,
  counted_at timestamptz not null,
  primary key (district_id, scope_kind, scope_id, day, from_day)
);
grant select, insert, update, delete on network_figures to {{app}};
alter table network_figures enable row level security;
create policy network_figures_reach on network_figures using (
  strpos(current_setting('app.networks', true), district_id::text) > 0);

-- A fingerprint of everything that the figures of a day are counted from, district by district: nothing else leaves here, so that whoever
-- reads figures only never reads a row. What comes after the day leaves no trace in it: a past day keeps its fingerprint.
create function app.network_state(of_districts uuid[], by_day date, from_day date)
returns table (district_id uuid, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  with told as (
    select t.district_id, hashtextextended(concat_ws('|', t.id, t.a_kind, t.a_id, t.b_kind, t.b_id, t.kind, t.strength, t.direction, t.since,
      case when t.until <= by_day then t.until end, t.evidence, t.origin_kind, t.origin_id, (t.recorded_at at time zone 'Europe/Rome')::date), 1)::numeric as hash
      from tie t where t.district_id = any(of_districts) and t.since <= by_day
    union all
    select w.district_id, hashtextextended(concat_ws('|', w.id, w.person_id, w.number, w.held_on, w.resources_asked, w.resources_had), 2)::numeric
      from wave w where w.district_id = any(of_districts) and w.state = 'done' and w.held_on <= by_day
    union all
    select a.district_id, hashtextextended(concat_ws('|', a.wave_id, a.id, a.tie_id, a.change, a.kind, a.closeness, a.since), 3)::numeric
      from wave_alter a join wave w on w.district_id = a.district_id and w.id = a.wave_id
      where a.district_id = any(of_districts) and w.state = 'done' and w.held_on <= by_day
    union all
    select l.district_id, hashtextextended(concat_ws('|', l.wave_id, l.a_id, l.b_id), 4)::numeric
      from wave_link l join wave w on w.district_id = l.district_id and w.id = l.wave_id
      where l.district_id = any(of_districts) and w.state = 'done' and w.held_on <= by_day
    union all
    select p.district_id, hashtextextended(concat_ws('|', p.id, p.birth_date, p.birth_year, p.municipality_istat, p.erased_at is null), 5)::numeric
      from person p where p.district_id = any(of_districts)
    union all
    select c.district_id, hashtextextended(concat_ws('|', c.id, c.person_id, c.opened_on, case when c.closed_on <= by_day then c.closed_on end), 6)::numeric
      from case_file c where c.district_id = any(of_districts) and c.opened_on <= by_day
    union all
    select p.district_id, hashtextextended(concat_ws('|', p.id, p.person_id, p.kind), 7)::numeric
      from pact p where p.district_id = any(of_districts) and p.signed_on <= by_day)
  select d.id, md5(concat_ws('|', from_day, count(told.hash), sum(told.hash), (select sum(hashtextextended(o.id::text || o.kind, 8)::numeric) from organisation o)))
  from unnest(of_districts) as d (id) left join told on told.district_id = d.id group by d.id
$$;
revoke all on function app.network_state(uuid[], date, date) from public;
grant execute on function app.network_state(uuid[], date, date) to {{app}};
