"""Terms of the EU's authority tables that DCAT-AP asks for, and the vocabularies' own.

Source: DCAT-AP 3.0, controlled vocabularies; the Publications Office's authority tables.
"""

from __future__ import annotations

_TABLES = "http://publications.europa.eu/resource/authority/"
DANISH, ENGLISH = f"{_TABLES}language/DAN", f"{_TABLES}language/ENG"
GOVERNMENT = f"{_TABLES}data-theme/GOVE"
TECHNOLOGY = f"{_TABLES}data-theme/TECH"
CONTINUOUS = f"{_TABLES}frequency/CONT"
IRREGULAR = f"{_TABLES}frequency/IRREG"
CC_BY = f"{_TABLES}licence/CC_BY_4_0"
CSV, JSON, YAML = (f"{_TABLES}file-type/{name}" for name in ("CSV", "JSON", "YAML"))
PUBLIC = f"{_TABLES}access-right/PUBLIC"
DENMARK = f"{_TABLES}country/DNK"
STABLE = f"{_TABLES}planned-availability/STABLE"
LOCAL_AUTHORITY = "http://purl.org/adms/publishertype/LocalAuthority"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
