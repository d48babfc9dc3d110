-- Edits of bytes between two texts, as DuckDB's levenshtein counts them; fuzzystrmatch is not always there.
CREATE FUNCTION pg_temp.edit_distance(one text, other text) RETURNS integer LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  a bytea := convert_to(one, 'UTF8');
  b bytea := convert_to(other, 'UTF8');
  before integer[];
  now integer[];
BEGIN
  IF one = other THEN RETURN 0; END IF;
  before := ARRAY(SELECT generate_series(0, length(b)));
  FOR i IN 1..length(a) LOOP
    now := ARRAY[i];
    FOR j IN 1..length(b) LOOP
      now[j + 1] := least(before[j + 1] + 1, now[j] + 1,
        before[j] + (get_byte(a, i - 1) <> get_byte(b, j - 1))::integer);
    END LOOP;
    before := now;
  END LOOP;
  RETURN before[length(b) + 1];
END $$
