"""What official validation files, supplied by the user, say of documents, held against our findings.

Runs on Saxon, which is the optional extra `schematron`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from lxml import etree

from gevinst.engines.conformance.judge import DocumentJudgement
from gevinst.engines.conformance.schematron import (
    NAMED,
    SchematronFault,
    ids_of,
    parsed,
    read_schema,
    stylesheet_of,
)

SCHEMA, STYLESHEETS = ".sch", (".xsl", ".xslt")
FINDINGS = {"failed-assert", "successful-report", "Error", "Warning"}
ROOTS = {"schema", "stylesheet", "transform"}
# Stylesheets that our compiler wrote before this number are not used again.
COMPILER = 1
WRITTEN = re.compile(r"\[([A-Z][A-Z0-9]*(?:-[A-Za-z0-9]+)+)\]|\bid=[\"']([A-Z][\w-]*-[\w-]+)[\"']")


class SaxonMissing(RuntimeError):
    """The optional extra is not installed."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rule ids that only one of the two found in a document; `fault` where theirs could not run."""

    only_ours: tuple[str, ...] = ()
    only_theirs: tuple[str, ...] = ()
    fault: str = ""

    @property
    def agrees(self) -> bool:
        """Whether both found the same rules."""
        return not (self.only_ours or self.only_theirs or self.fault)


@dataclass(frozen=True, slots=True)
class _Compiled:
    """One validation file ready to run, and the rules that it knows."""

    run: Any
    ids: frozenset[str]


class SecondOpinion:
    """Official files compiled once, to be asked about many documents."""

    def __init__(self, paths: Sequence[Path], cache: Path) -> None:
        """Compile every file; what our compiler writes is kept in the folder `cache` by its content.

        Raises `SaxonMissing` and `SchematronFault`.
        """
        self._saxon = _saxon()
        self._processor = self._saxon.PySaxonProcessor(license=False)
        self._compiled = [
            self._compile(*_source(file, cache)) for path in paths for file in _files(path)
        ]
        self.ids = frozenset().union(*(each.ids for each in self._compiled))

    def _compile(self, file: Path, ids: frozenset[str]) -> _Compiled:
        try:
            compiled = self._processor.new_xslt30_processor().compile_stylesheet(
                stylesheet_file=str(file)
            )
        except self._saxon.PySaxonApiError as error:
            raise SchematronFault(f"{file}: {error}") from error
        return _Compiled(compiled, ids)

    def rules(self, content: bytes) -> frozenset[str]:
        """The ids of the rules that fire. Raises `SchematronFault` where a file cannot judge it."""
        try:
            node = self._processor.parse_xml(xml_text=_text(content))
            written = [each.run.transform_to_string(xdm_node=node) for each in self._compiled]
        except (self._saxon.PySaxonApiError, UnicodeDecodeError) as error:
            raise SchematronFault(" ".join(str(error).split())) from error
        return frozenset(rule for text in written for rule in fired_ids(text or ""))

    def compared(self, content: bytes, judgement: DocumentJudgement) -> Comparison:
        """How the files and our findings differ; only rules that the files know are compared."""
        try:
            theirs = self.rules(content)
        except SchematronFault as fault:
            return Comparison(fault=str(fault))
        ours = {finding.rule for finding in judgement.findings}
        return Comparison(tuple(sorted((ours & self.ids) - theirs)), tuple(sorted(theirs - ours)))


def _saxon() -> Any:
    try:
        return import_module("saxonche")
    except ImportError as error:
        raise SaxonMissing("pip install 'gevinst[schematron]'") from error


def _text(content: bytes) -> str:
    """The document as text, by the encoding that it declares."""
    declared = re.match(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=[\"']([\w.-]+)", content)
    encoding = declared[1].decode("ascii") if declared else "utf-8"
    text = content.decode("utf-8-sig" if encoding.lower() == "utf-8" else encoding)
    return re.sub(r"^<\?xml[^>]*\?>", "", text)


def _files(path: Path) -> Iterator[Path]:
    """The validation files in a path; the parts that a schema includes do not stand for themselves."""
    if not path.is_dir():
        yield path
        return
    for pattern in ("*", "**/*"):
        found = [file for file in sorted(path.glob(pattern)) if _is_whole(file)]
        if found:
            yield from found
            return
    raise SchematronFault(f"{path}: no Schematron schema and no stylesheet in the folder")


def _is_whole(file: Path) -> bool:
    if file.suffix.lower() not in (SCHEMA, *STYLESHEETS) or not file.is_file():
        return False
    return etree.QName(parsed(file)).localname in ROOTS


def _source(file: Path, cache: Path) -> tuple[Path, frozenset[str]]:
    """The stylesheet to run for a file, and the rule ids that it knows."""
    if file.suffix.lower() in STYLESHEETS:
        return file.absolute(), frozenset(_written_ids(file.read_text(encoding="utf-8-sig")))
    if file.suffix.lower() != SCHEMA:
        expected = ", ".join((SCHEMA, *STYLESHEETS))
        raise SchematronFault(f"{file}: expected one of {expected}")
    schema = read_schema(file)
    key = hashlib.sha256(b"%d" % COMPILER + etree.tostring(schema, method="c14n")).hexdigest()
    target = cache / f"{key}.xsl"
    if not target.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        target.write_text(stylesheet_of(schema), encoding="utf-8")
    return target, ids_of(schema)


def _written_ids(stylesheet: str) -> Iterator[str]:
    for bracketed, identified in WRITTEN.findall(stylesheet):
        yield bracketed or identified


def fired_ids(written: str) -> Iterator[str]:
    """The rule ids in what a validation stylesheet wrote: our lines, SVRL, or OIOUBL's own report.

    >>> list(fired_ids("BR-01\\tfatal\\t/x[1]\\n")), list(fired_ids('<r><failed-assert id="BR-2"/></r>'))
    (['BR-01'], ['BR-2'])
    """
    if not written.lstrip().startswith("<"):
        yield from (line.partition("\t")[0] for line in written.splitlines() if line)
        return
    for element in etree.fromstring(written.encode()).iter(etree.Element):
        name = etree.QName(element).localname
        if name in FINDINGS:
            yield _identified(element)


def _identified(element: Any) -> str:
    """The id of a finding: its attribute, or the one in front of its text."""
    texts: Iterable[str] = (str(text) for text in element.itertext())
    found = (NAMED.match(text) for text in texts)
    return str(element.get("id") or next((match[1] for match in found if match), "assert"))
