-- A class asked whom each is at ease with. Pupils are numbers: no name of a child is ever here. Only the teacher who made it sees it.
create table school_class (
  district_id uuid not null,
  id uuid not null,
  organisation_id uuid references organisation,
  teacher_id uuid not null references account,
  name text not null,
  school_year int not null check (school_year between 2020 and 2100),
  -- why it is asked, in the teacher's words: without a purpose there is no class
  purpose text not null check (length(purpose) >= 20),
  pupils int not null check (pupils between 3 and 40),
  photo_file_id text,
  created_at timestamptz not null,
  erased_at timestamptz,
  primary key (district_id, id)
);
create index school_class_teacher on school_class (teacher_id);
create table class_wave (
  district_id uuid not null,
  class_id uuid not null,
  teacher_id uuid not null references account,
  number int not null check (number in (1, 2)),
  question text not null check (question in ('work', 'play', 'help')),
  most int not null check (most between 1 and 5),
  code_hash text,
  code_sealed text,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  primary key (district_id, class_id, number),
  foreign key (district_id, class_id) references school_class (district_id, id),
  check (closes_at > opened_at)
);
create index class_wave_code on class_wave (code_hash);
-- Positive choices only; one answer for each number, and a teacher may take it back so that the pupil answers again.
create table class_answer (
  district_id uuid not null,
  class_id uuid not null,
  teacher_id uuid not null references account,
  number int not null,
  pupil int not null,
  choices int[] not null,
  at timestamptz not null,
  primary key (district_id, class_id, number, pupil),
  foreign key (district_id, class_id, number) references class_wave (district_id, class_id, number),
  check (cardinality(choices) <= 5 and not (pupil = any (choices)))
);
grant select, insert, update on school_class, class_wave to {{app}};
grant select, delete on class_answer to {{app}};
alter table school_class enable row level security;
create policy school_class_own on school_class using (
  teacher_id = nullif(current_setting('app.actor', true), '')::uuid or current_setting('app.kind', true) = 'system');
alter table class_wave enable row level security;
create policy class_wave_own on class_wave using (
  teacher_id = nullif(current_setting('app.actor', true), '')::uuid or current_setting('app.kind', true) = 'system');
alter table class_answer enable row level security;
create policy class_answer_own on class_answer using (
  teacher_id = nullif(current_setting('app.actor', true), '')::uuid or current_setting('app.kind', true) = 'system');

-- What a code opens while it is open: the question and the numbers, and nothing of who answered what.
create function app.class_of_code(of_hash text, at_moment timestamptz)
returns table (district_id uuid, class_id uuid, teacher_id uuid, number int, name text, question text, most int, pupils int, answered int[])
language sql stable security definer set search_path = public, pg_temp as $$
  select w.district_id, w.class_id, w.teacher_id, w.number, c.name, w.question, w.most, c.pupils,
    array(select a.pupil from class_answer a where a.district_id = w.district_id and a.class_id = w.class_id and a.number = w.number)
  from class_wave w join school_class c on c.district_id = w.district_id and c.id = w.class_id
  where w.code_hash = of_hash and w.opened_at <= at_moment and w.closes_at > at_moment and c.erased_at is null
$$;
-- Keeps one answer; '' when kept, else why not. Every limit is held here.
create function app.answer_class(of_hash text, of_pupil int, given int[], at_moment timestamptz) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  w record;
begin
  select * into w from app.class_of_code(of_hash, at_moment);
  if not found then
    return 'code';
  end if;
  if of_pupil is null or of_pupil < 1 or of_pupil > w.pupils then
    return 'number';
  end if;
  if cardinality(given) > w.most or of_pupil = any (given) or exists (select 1 from unnest(given) x where x < 1 or x > w.pupils)
    or (select count(distinct x) from unnest(given) x) <> cardinality(given) then
    return 'choices';
  end if;
  insert into class_answer (district_id, class_id, teacher_id, number, pupil, choices, at)
  values (w.district_id, w.class_id, w.teacher_id, w.number, of_pupil, given, at_moment) on conflict do nothing;
  if not found then
    return 'answered';
  end if;
  return '';
end $$;
revoke all on function app.class_of_code(text, timestamptz), app.answer_class(text, int, int[], timestamptz) from public;
grant execute on function app.class_of_code(text, timestamptz), app.answer_class(text, int, int[], timestamptz) to {{app}};
