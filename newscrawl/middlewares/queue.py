"""The order of requests: no host takes more of the downloader than it can use."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapy.pqueues import DownloaderAwarePriorityQueue

if TYPE_CHECKING:
    from scrapy import Request


class FairQueue(DownloaderAwarePriorityQueue):
    """Passes over hosts that have a request waiting in the downloader already.

    Scrapy's own order prefers idle hosts, but still fills the downloader with one slow
    or paused host when the others have nothing queued at that moment; what they find
    later then waits for it. Requests in the middlewares (waiting for a robots.txt)
    count too. A host passed over is asked again when one of its requests ends.
    """

    def pop(self) -> Request | None:
        """The next request of the least busy host with room, if any."""
        full = self._full()
        if not full:
            return super().pop()
        every = self.pqueues
        self.pqueues = {slot: q for slot, q in every.items() if slot not in full}
        try:
            return super().pop()
        finally:
            open_ = self.pqueues
            self.pqueues = {
                slot: queue
                for slot, queue in every.items()
                if slot in full or slot in open_
            }

    def _full(self) -> set[str]:
        downloader = self.crawler.engine.downloader
        most = downloader.domain_concurrency + 1
        busy = Counter(map(downloader.get_slot_key, downloader.active))
        return {slot for slot, n in busy.items() if n >= most and slot in self.pqueues}
