"""The options of what is sent by mail."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from briefing.cli.archive_options import ArchiveSettings
from briefing.cli.declaring import DIGEST, option

MAIL = "Mail"


class Encryption(StrEnum):
    """How the connection to a mail server is encrypted."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings(ArchiveSettings):
    """What the user chose about mail; None where it is left open."""

    mail_to: Annotated[
        str | None,
        option(
            "--mail-to",
            panel=MAIL,
            table=DIGEST,
            metavar="ADDRESSES",
            help="Send it to them, with commas; --format mail writes the message instead.",
        ),
    ] = None
    mail_from: Annotated[
        str | None,
        option(
            "--mail-from",
            panel=MAIL,
            table=DIGEST,
            metavar="ADDRESS",
            help="Who sends it [the first recipient].",
        ),
    ] = None
    list_id: Annotated[
        str | None,
        option(
            "--list-id",
            panel=MAIL,
            table=DIGEST,
            metavar="ID",
            help="The List-Id of the message [digest. and the domain of the sender].",
        ),
    ] = None
    smtp: Annotated[
        str | None,
        option(
            "--smtp",
            panel=MAIL,
            table=DIGEST,
            metavar="HOST[:PORT]",
            help="The mail server [localhost].",
        ),
    ] = None
    mail_security: Annotated[
        Encryption | None,
        option(
            "--mail-security",
            panel=MAIL,
            table=DIGEST,
            metavar="NAME",
            help=f"{', '.join(Encryption)} [none to this machine; tls on port 465; else starttls].",
        ),
    ] = None
    mail_user: Annotated[
        str | None,
        option(
            "--mail-user",
            panel=MAIL,
            table=DIGEST,
            metavar="NAME",
            help="The login at the mail server.",
        ),
    ] = None
    mail_password: Annotated[
        str | None,
        option(
            "--mail-password",
            panel=MAIL,
            table=DIGEST,
            metavar="FILE",
            help="A file with its password [the keyring of the system].",
        ),
    ] = None
