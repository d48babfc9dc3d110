"""Django's settings. Everything that differs between installations comes from the environment."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

import pghistory
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from gevinst.config.attachments import attachments_from
from gevinst.config.providers import providers_from
from gevinst.shared.home import home
from gevinst.shared.postgres import django_settings, embedded_url

PACKAGE = Path(__file__).resolve().parent.parent
DEMO = os.environ.get("GEVINST_DEMO") == "1"
# Shown on the sign-in page of the demo, which listens on this machine only.
DEMO_PASSWORD = os.environ.get("GEVINST_DEMO_PASSWORD", "prøv-gevinst-2026")
DEBUG = False


def _secret() -> str:
    """The stated key, or one made once for this home."""
    stated = os.environ.get("GEVINST_SECRET_KEY")
    if stated:
        return stated
    kept = home() / "secret-key"
    if not kept.exists():
        fresh = kept.with_suffix(f".{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(50))
        fresh.rename(kept)
    return kept.read_text()


SECRET_KEY = _secret()
_hosts = os.environ.get("GEVINST_HOSTS", "127.0.0.1,localhost,[::1]")
ALLOWED_HOSTS = [host.strip() for host in _hosts.split(",") if host.strip()]
HTTPS = os.environ.get("GEVINST_HTTPS") == "1"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []
SECURE_REFERRER_POLICY = "same-origin"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",  # allauth's page of passkeys
    "django.contrib.postgres",
    "django.forms",
    "django_htmx",
    "csp",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.saml",
    "gevinst.shared.apps.SharedConfig",
    "gevinst.features.accounts.apps.AccountsConfig",
    "gevinst.features.catalogue.apps.CatalogueConfig",
    "gevinst.features.control.apps.ControlConfig",
    "gevinst.features.operations.apps.OperationsConfig",
    "gevinst.features.benefits.apps.BenefitsConfig",
    "gevinst.features.insight.apps.InsightConfig",
    "gevinst.config.apps.WiringConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "gevinst.shared.middleware.LanguageByChoice",
    "gevinst.shared.problems.ApiProblems",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "gevinst.features.accounts.web.middleware.ActorMiddleware",
    "gevinst.shared.guests.middleware.GuestRate",
    "gevinst.shared.middleware.DomainErrors",
]

ROOT_URLCONF = "gevinst.config.urls"
WSGI_APPLICATION = "gevinst.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "shared" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "gevinst.config.context.site",
            ],
            "builtins": ["gevinst.shared.templatetags.gevinst"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": django_settings(os.environ.get("DATABASE_URL") or embedded_url())}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# A deletion is a change too.
PGHISTORY_DEFAULT_TRACKERS = (
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
)

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["gevinst.features.accounts.backends.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "front"
ACCOUNT_ADAPTER = "gevinst.features.accounts.web.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_LOGOUT_REDIRECT_URL = "front"
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_SESSION_REMEMBER = False
SOCIALACCOUNT_ADAPTER = "gevinst.features.accounts.web.adapters.ProviderAdapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
# A form that ends at a provider would be stopped by the policy `form-action 'self'`.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = providers_from(os.environ.get("GEVINST_PROVIDERS", ""))
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Gevinst"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Danish")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "shared" / "locale"]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = home() / "static"
STATICFILES_DIRS = [PACKAGE / "shared" / "static"]
# Hashed names once `gevinst serve` has collected the files; straight from the packages before.
_collected = (STATIC_ROOT / "staticfiles.json").exists()
WHITENOISE_USE_FINDERS = not _collected
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "attachments": attachments_from(os.environ, home()),
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if _collected
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
# The search index of the catalogue, which this machine keeps for itself; made anew when it is missing.
CATALOGUE_SEARCH_FOLDER = Path(os.environ.get("GEVINST_SEARCH_FOLDER") or home() / "search")
CATALOGUE_SEARCH_BY_ITSELF = os.environ.get("GEVINST_SEARCH_BY_ITSELF", "1") == "1"
# Calls of the API by one token; the count is kept in the memory of each process.
API_RATE = os.environ.get("GEVINST_API_RATE", "1200/m")
# Pages and exports of the catalogue that one address may ask for without signing in, over all processes.
GUEST_RATE = os.environ.get("GEVINST_GUEST_RATE", "120/m")
GUEST_EXPORT_RATE = os.environ.get("GEVINST_GUEST_EXPORT_RATE", "12/m")
# The header in which a proxy of our own writes the client's address; empty: no header is believed.
PROXY_HEADER = os.environ.get("GEVINST_PROXY_HEADER", "")
# Days that owners can see who opened a process.
SEEN_DAYS = int(os.environ.get("GEVINST_SEEN_DAYS", "180"))
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
# Documents: one upload on a page, one archive once it is unpacked, one document, files in an archive.
OPERATIONS_UPLOAD_MB = int(os.environ.get("GEVINST_UPLOAD_MB", "100"))
OPERATIONS_ARCHIVE_MB = int(os.environ.get("GEVINST_ARCHIVE_MB", "400"))
OPERATIONS_FILE_MB = int(os.environ.get("GEVINST_FILE_MB", "32"))
OPERATIONS_ARCHIVE_FILES = int(os.environ.get("GEVINST_ARCHIVE_FILES", "5000"))
# Files of processes: one of them, and one once it is unpacked.
CATALOGUE_ATTACHMENT_MB = int(os.environ.get("GEVINST_ATTACHMENT_MB", "25"))
CATALOGUE_ATTACHMENT_UNPACKED_MB = int(os.environ.get("GEVINST_ATTACHMENT_UNPACKED_MB", "200"))
DATA_UPLOAD_MAX_NUMBER_FILES = OPERATIONS_ARCHIVE_FILES
FILE_UPLOAD_HANDLERS = [
    "gevinst.shared.upload_quota.UploadQuota",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

EMAIL_HOST = os.environ.get("GEVINST_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("GEVINST_SMTP_PORT", "25"))
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
# The hour (Danish time) at which clerks get the day's digest of their queues.
OPERATIONS_DIGEST_HOUR = int(os.environ.get("GEVINST_DIGEST_HOUR", "6"))
OPERATIONS_SITE_URL = os.environ.get("GEVINST_SITE_URL", "").rstrip("/")
CONTACT_EMAIL = os.environ.get("GEVINST_CONTACT_EMAIL", "")
PUBLISHER = os.environ.get("GEVINST_PUBLISHER", "Gevinst")
DEFAULT_FROM_EMAIL = os.environ.get("GEVINST_MAIL_FROM", "gevinst@localhost")

CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"masking": {"()": "gevinst.shared.logs.Masking"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "masking"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
