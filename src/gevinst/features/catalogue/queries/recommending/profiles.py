"""What each authority has, as it told the others: systems, technologies, tasks, and how many processes."""

from __future__ import annotations

from django.db import connection

from gevinst.engines.reuse.likeness import Profile, subject

# Number of processes stands for size: the list of authorities has no numbers of inhabitants.
_PROFILES = """
    WITH shared AS (
        SELECT authority_id, systems_used, systems_today, technologies, kle
          FROM catalogue_process
         WHERE visibility IN ('public', 'all_authorities') AND NOT withheld
    ), things AS (
        SELECT authority_id, 'systems' AS facet, unnest(systems_used)::text AS thing FROM shared
        UNION SELECT authority_id, 'systems', unnest(systems_today)::text FROM shared
        UNION SELECT authority_id, 'technologies', unnest(technologies)::text FROM shared
        UNION SELECT authority_id, 'kle', unnest(kle) FROM shared
        UNION SELECT authority_id, 'systems', system_id::text FROM catalogue_landscape
               WHERE system_id IS NOT NULL
        UNION SELECT authority_id, 'technologies', technology_id::text FROM catalogue_landscape
               WHERE technology_id IS NOT NULL
        UNION ALL SELECT authority_id, 'size', count(*)::text FROM shared GROUP BY authority_id
    )
    SELECT authority_id, facet, array_agg(thing) FROM things GROUP BY authority_id, facet
"""


def profiles() -> dict[int, Profile]:
    """The profile of each authority that shared something or said what it has."""
    rows: dict[int, dict[str, list[str]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_PROFILES)
        for authority, facet, things in cursor.fetchall():
            rows.setdefault(authority, {})[facet] = things
    return {authority: _profile(facets) for authority, facets in rows.items()}


def _profile(facets: dict[str, list[str]]) -> Profile:
    return Profile(
        systems=frozenset(map(int, facets.get("systems", ()))),
        technologies=frozenset(map(int, facets.get("technologies", ()))),
        kle=frozenset(map(subject, facets.get("kle", ()))),
        size=int(facets.get("size", ["0"])[0]),
    )
