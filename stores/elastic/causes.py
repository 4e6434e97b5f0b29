"""Why no answer came: the trouble of network or certificate that lies below an error of the client, in plain words."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

_CA = "Option 'ca' of setting 'store' must name the authority that signed it."
# What OpenSSL says of a certificate, and what is to be done.
_CERTIFICATES = {
    "expired": "Renew it on the server.",
    "not yet valid": "Set the clock of this machine or of the server right.",
    "mismatch": "Write the address in setting 'store' by a name that stands in it, or make one for this name.",
    "not valid for": "Write the address in setting 'store' by a name that stands in it, or make one for this name.",
}


def of_certificate(error: BaseException) -> tuple[str, str]:
    """What is wrong with the certificate or the encryption, and the remedy."""
    for cause in _below(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            said = cause.verify_message.rstrip(".")
            remedies = (remedy for words, remedy in _CERTIFICATES.items() if words in said)
            return f"its certificate cannot be verified: {said}", next(remedies, _CA)
        if isinstance(cause, ssl.SSLError) and cause.reason in ("WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE"):
            return "what answers there is not encrypted", "Is it the port of another program, or a server without TLS?"
    return f"its certificate cannot be verified: {first_line(error)}", _CA


def of_silence(error: BaseException) -> str:
    """Why the server cannot be reached."""
    for cause in _below(error):
        if isinstance(cause, socket.gaierror):
            return "the name of its host is not known"
        if isinstance(cause, ConnectionRefusedError):
            return "nothing listens at this port"
        if isinstance(cause, ConnectionError):
            return "it broke the connection off (a server with TLS wants https:// in the address)"
        if isinstance(cause, OSError) and cause.strerror:
            return cause.strerror
    return first_line(error)


def first_line(error: BaseException) -> str:
    """The first line of what an error says, or its name."""
    return (str(error) or type(error).__name__).splitlines()[0].rstrip(". ")[:300]


def _below(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__
