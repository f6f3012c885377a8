"""Follows redirects, each hop as a request of its own host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import IgnoreRequest

from newscrawl.middlewares.refusal import refuse

if TYPE_CHECKING:
    from scrapy.http import Response


class Redirect(RedirectMiddleware):
    """Scrapy's, but each host is throttled in its own slot, and a loop has a name."""

    def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        """Give the next hop, or the answer when there is none."""
        try:
            result = super().process_response(request, response)
        except IgnoreRequest as error:
            reason = "redirect_loop"
            raise refuse(self.crawler, request, reason, str(error)) from error
        if isinstance(result, Request):
            result.meta.pop("download_slot", None)
            # A place already asked for is asked again: the errand is another one, and
            # a loop ends by its count.
            result.dont_filter = True
        return result
