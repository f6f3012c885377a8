from __future__ import annotations

import pytest
from scrapy import exceptions
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from newscrawl.middlewares.refusal import Refused
from newscrawl.spiders.failures import why


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (exceptions.DownloadTimeoutError("30 s"), "timeout"),
        (exceptions.CannotResolveHostError("x.test"), "dns"),
        (exceptions.DownloadConnectionRefusedError("no"), "refused"),
        (exceptions.ResponseDataLossError(), "broken_off"),
        (exceptions.DownloadCancelledError("too big"), "too_large"),
        (exceptions.DownloadFailedError("certificate verify failed"), "tls"),
        (exceptions.DownloadFailedError("connection lost"), "connection"),
        (exceptions.UnsupportedURLSchemeError("ftp"), "scheme"),
        (HttpError(Response("https://x.test/", status=404)), "http_404"),
        (HttpError(Response("https://x.test/", status=503)), "http_503"),
        (exceptions.IgnoreRequest("Forbidden by robots.txt"), "robots"),
        (exceptions.IgnoreRequest("no reason"), "ignored"),
        (Refused("private_address", "127.0.0.1"), "private_address"),
        (RuntimeError("bug"), "error"),
    ],
    ids=str,
)
def test_each_failure_has_one_word(error: Exception, reason: str) -> None:
    word, detail = why(Failure(error))
    assert word == reason
    assert "\n" not in detail
