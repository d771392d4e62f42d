-- The pacts of districts that the reader sees whole, for counting: the first line of the policy pact_reach, asked once for each
-- district and not for each row (decisions/0013). Nothing of it can be read without the setting that the policy reads.
create view pact_wide with (security_barrier) as
  select p.district_id, p.id, p.number, p.kind, p.case_id, p.person_label, p.tutor_id, p.municipality_istat, p.state, p.next_due
  from unnest(coalesce(nullif(current_setting('app.wide', true), ''), '{}')::uuid[]) as d (id)
  join pact p on p.district_id = d.id;
grant select on pact_wide to {{app}};

-- The same likeness search, asked in three parts that each walk an index of their own and compare a row once, and planned once
-- for a connection: making the plan anew cost as much as the search. Whole letter keys are found as words.
create index person_words on person using gin (string_to_array(search_key, ' '));
-- whoever has not compared anything yet may not name the threshold
select word_similarity('', '');
create or replace function app.person_candidates(districts uuid[], needle text, sound text, letters text[], at_most int)
returns table (district_id uuid, id uuid, likeness real)
language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan set pg_trgm.word_similarity_threshold = 0.55 as $$
#variable_conflict use_column
declare
  words text[] := array(select btrim(one, '% ') from unnest(letters) one);
begin
  -- one word alone has less to be alike in
  if position(' ' in needle) = 0 then
    perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
  end if;
  return query
    with alike as (
      select p.district_id, p.id, p.search_key from person p
      where needle <% p.search_key and p.district_id = any (districts) and p.merged_into is null
      union
      select p.district_id, p.id, p.search_key from person p
      where sound <% p.search_key and p.district_id = any (districts) and p.merged_into is null
      union
      select p.district_id, p.id, p.search_key from person p
      where string_to_array(p.search_key, ' ') @> words and words <> '{}' and p.district_id = any (districts) and p.merged_into is null)
    select district_id, id, greatest(word_similarity(needle, search_key), word_similarity(sound, search_key),
      case when search_key like all (letters) then 0.7::real end)
    from alike order by 3 desc, search_key, id limit at_most;
end $$;
