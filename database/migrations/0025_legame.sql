-- What the programme counts as a legame: written down, dated, never rewritten; a new reading is a new version.
create table legame_definition (
  version int primary key check (version between 1 and 1000),
  months int not null check (months between 0 and 24),
  named_by_person boolean not null,
  left_out text[] not null,
  text_it text not null,
  text_en text not null,
  from_day date not null,
  made_by uuid references account,
  made_at timestamptz not null
);
insert into legame_definition values (1, 3, true, '{professional}',
  'Un legame è una relazione che la persona stessa ha nominato, ancora viva tre mesi dopo il suo inizio, non con chi è pagato per esserci. Gli operatori si contano a parte.',
  'A tie is a relation that the person named, still alive three months after it began, not with somebody paid to be there. Workers are counted apart.',
  '2000-01-01', null, '2000-01-01');
grant select, insert on legame_definition to {{app}};
