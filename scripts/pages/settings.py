"""`settings.md`: every environment variable that the code reads, each described."""

from __future__ import annotations

from typing import NamedTuple

from pages.environment import variables
from pages.markdown import code, table

HEAD = """# Settings

What differs between installations comes from the environment. Nothing has to be set to try Gevinst.
"""


class Setting(NamedTuple):
    """What holds when the variable is not set, and what it does."""

    default: str
    meaning: str


SETTINGS = {
    "GEVINST_API_RATE": Setting(
        "`1200/m`",
        "Calls of the API that one token may make, per server process: `1200/m`, `20/s`.",
    ),
    "GEVINST_ARCHIVE_FILES": Setting(
        "`5000`", "Files in one archive, and in one upload, at most. Above it nothing is taken in."
    ),
    "GEVINST_ARCHIVE_MB": Setting("`400`", "Megabytes in an archive at most, once it is unpacked."),
    "GEVINST_DIGEST_HOUR": Setting(
        "`6`", "Hour (0-23, Danish time) at which clerks get the digest of their queues by e-mail."
    ),
    "GEVINST_FILE_MB": Setting("`32`", "Megabytes in one document at most."),
    "GEVINST_SEARCH_BY_ITSELF": Setting(
        "`1`",
        "`0`: a search index that is missing or far behind is not made anew by itself, only by"
        " `gevinst search rebuild`.",
    ),
    "GEVINST_SEARCH_FOLDER": Setting(
        "`search` in `GEVINST_HOME`",
        "Folder of the search index; each machine that serves pages has its own.",
    ),
    "GEVINST_SITE_URL": Setting(
        "e-mails hold no link", "Where users find the site, `https://gevinst.example.org`."
    ),
    "GEVINST_UPLOAD_MB": Setting("`100`", "Megabytes in one upload on a page at most."),
    "DATABASE_URL": Setting(
        "an embedded PostgreSQL",
        "`postgresql://user:password@host:port/name` of a PostgreSQL 15 or newer.",
    ),
    "DJANGO_SETTINGS_MODULE": Setting(
        "`gevinst.config.settings`", "Django's own; Gevinst sets it, leave it alone."
    ),
    "GEVINST_ATTACHMENTS": Setting(
        "`attachments` in `GEVINST_HOME`",
        "Folder of attached files: [store attachments](../how-to/store-attachments.md).",
    ),
    "GEVINST_ATTACHMENT_MB": Setting("`25`", "Megabytes in one attached file at most."),
    "GEVINST_ATTACHMENT_UNPACKED_MB": Setting(
        "`200`", "Megabytes in one attached document or archive at most, once it is unpacked."
    ),
    "GEVINST_S3_BUCKET": Setting(
        "files are stored on disk", "Bucket for attached files. When it is set, S3 is used."
    ),
    "GEVINST_S3_ENDPOINT": Setting(
        "Amazon's", "Address of a storage that speaks S3, `https://storage.example.org`."
    ),
    "GEVINST_S3_FOLDER": Setting("`attachments`", "Beginning of the objects' names in the bucket."),
    "GEVINST_S3_KEY": Setting(
        "what the AWS libraries find", "Access key of the bucket; goes with `GEVINST_S3_SECRET`."
    ),
    "GEVINST_S3_REGION": Setting("what the AWS libraries find", "Region of the bucket."),
    "GEVINST_S3_SECRET": Setting("what the AWS libraries find", "Secret of the access key."),
    "GEVINST_CONTACT_EMAIL": Setting(
        "no address is shown", "Whom to write to about accessibility and personal data."
    ),
    "GEVINST_PUBLISHER": Setting("`Gevinst`", "Who publishes the open data, as its metadata says."),
    "GEVINST_DEMO": Setting(
        "off",
        "`1`: demo users may sign in, and are shown on the sign-in page. `gevinst demo` sets it.",
    ),
    "GEVINST_DEMO_PASSWORD": Setting(
        "a fixed one, shown on the sign-in page", "Password of the demo users."
    ),
    "GEVINST_GUEST_EXPORT_RATE": Setting(
        "`12/m`",
        "Exports and open data of the catalogue that one address may fetch without signing in: "
        "`12/m`, `1/s`, `200/h`. Counted over all server processes.",
    ),
    "GEVINST_GUEST_RATE": Setting(
        "`120/m`",
        "Pages of the catalogue that one address may read without signing in. Counted over all "
        "server processes, by a keyed hash that is kept no longer than the span.",
    ),
    "GEVINST_PROXY_HEADER": Setting(
        "the connection's own address is the client's",
        "Header in which your own proxy writes the client's address last, `X-Forwarded-For`. Set it "
        "behind a proxy, else all guests count as one; never without: anybody can send a header.",
    ),
    "GEVINST_SEEN_DAYS": Setting(
        "`180`", "Days that the owner of a process can see who opened it; then it is deleted."
    ),
    "GEVINST_HOME": Setting(
        "the user's data folder",
        "Folder of the embedded database, the secret key and collected files.",
    ),
    "GEVINST_HOSTS": Setting(
        "`127.0.0.1,localhost,[::1]`", "Host names that the site answers to, with commas between."
    ),
    "GEVINST_HTTPS": Setting(
        "off",
        "`1`: secure cookies, redirects to HTTPS, and trust in the proxy's `X-Forwarded-Proto`.",
    ),
    "GEVINST_LANGUAGE": Setting(
        "Danish", "`en`: the terminal speaks English. Pages have their own choice."
    ),
    "GEVINST_MAIL_FROM": Setting("`gevinst@localhost`", "Sender of e-mail."),
    "GEVINST_PARENT": Setting(
        "set by `gevinst serve` and `demo`",
        "Not for you: the process that server and worker processes end with.",
    ),
    "GEVINST_PROVIDERS": Setting(
        "local accounts only",
        "TOML file of sign-in providers: [sign-in providers](../how-to/sign-in-providers.md).",
    ),
    "GEVINST_SECRET_KEY": Setting(
        "made once and kept in `GEVINST_HOME`", "Signs sessions; the same on every host of a site."
    ),
    "GEVINST_SMTP_HOST": Setting("e-mail is printed, not sent", "Mail server."),
    "GEVINST_SMTP_PORT": Setting("`25`", "Port of the mail server."),
    "JAVA_HOME": Setting("`java` on the path", "The Java 17 that Spark runs on."),
    "SPARK_LOCAL_IP": Setting(
        "`127.0.0.1` where the master is this machine", "The address that Spark binds to."
    ),
}


# Variables of which an installation may have many; the code reads all that begin so.
FAMILIES = {
    "REGISTER_DSN_NAME": Setting(
        "no database is asked",
        "`postgresql://reader:password@host/name` of a database that a `registers.yaml` asks by this name:"
        " [connect your registers](../how-to/connect-registers.md). Any number, each its own `NAME`.",
    ),
}


class UndescribedSetting(LookupError):
    """The table above and the code do not name the same variables."""


def page() -> str:
    """The page. Raises `UndescribedSetting`."""
    read = variables()
    apart = sorted(read.keys() ^ SETTINGS.keys())
    if apart:
        raise UndescribedSetting(f"read but not described, or the reverse: {', '.join(apart)}")
    told = {name: SETTINGS[name] for name in read} | FAMILIES
    rows = [[code(name), each.default, each.meaning] for name, each in sorted(told.items())]
    return f"{HEAD}\n{table(['Variable', 'When not set', 'Meaning'], rows)}\n"
