"""Scrapy settings, each with the reason beside it. No logic."""

from __future__ import annotations

# The name in Scrapy's own log lines.
BOT_NAME = "newscrawl"
# Where `scrapy list` finds the spiders.
SPIDER_MODULES = ["newscrawl.spiders"]
# Where the commands of this project are found.
COMMANDS_MODULE = "newscrawl.commands"

# --- newscrawl: places -----------------------------------------------------------

# NEWSCRAWL_OUTPUT_DIR: directory of the runs' files and, unless said otherwise, of the
# state; a path, relative to the working directory.
NEWSCRAWL_OUTPUT_DIR = "output"
# NEWSCRAWL_STORE: the state file; a path. None puts `newscrawl.sqlite` into the output
# directory, so that moving one directory moves everything.
NEWSCRAWL_STORE = None
# NEWSCRAWL_OUTLETS_DIR: a directory of your own outlet files, read beside the bundled
# ones; a file of the same name wins.
NEWSCRAWL_OUTLETS_DIR = None
# NEWSCRAWL_AGENCIES_DIR: a directory of your own agency files, read beside the bundled
# ones; a file of the same name wins.
NEWSCRAWL_AGENCIES_DIR = None

# --- newscrawl: the run ----------------------------------------------------------

# NEWSCRAWL_NOW: stops the clock at an ISO 8601 time, for replays and tests. None is the
# real time.
NEWSCRAWL_NOW = None
# NEWSCRAWL_COMMIT_EVERY: lines after which files and state are made durable; a number.
# 64 costs little and leaves at most a minute's work to do again after a crash.
NEWSCRAWL_COMMIT_EVERY = 64

# NEWSCRAWL_ALERT_COMMAND: a command that gets run.json on its standard input when a run
# failed as a whole, or something that is watched began or ceased to be wrong; split
# like a shell's words, but no shell reads it. None is none.
NEWSCRAWL_ALERT_COMMAND = None
# NEWSCRAWL_QUIET: print the summary only when a run needs a person, as `--quiet` does.
NEWSCRAWL_QUIET = False

# NEWSCRAWL_MIN_WORDS: the shortest body that counts as an article; words. Captions and
# teasers are shorter, a flash has about 25.
NEWSCRAWL_MIN_WORDS = 20
# NEWSCRAWL_LEARN: cut paragraphs that recur from story to story on an outlet off the
# bodies (trimmed, reason "recurring"); true or false. They are counted either way.
NEWSCRAWL_LEARN = True

# NEWSCRAWL_NEWSROOM_STORIES: how many stories the bundled newsroom invents; a number.
# None is its own choice, enough for a look around.
NEWSCRAWL_NEWSROOM_STORIES = None
# NEWSCRAWL_NEWSROOM_OUTLETS: how many outlets it serves; a number.
NEWSCRAWL_NEWSROOM_OUTLETS = None
# NEWSCRAWL_NEWSROOM_SEED: another number makes another world.
NEWSCRAWL_NEWSROOM_SEED = None
# NEWSCRAWL_NEWSROOM_NOW: the time in the newsroom, ISO 8601; a later one has newer
# stories and changed pages.
NEWSCRAWL_NEWSROOM_NOW = None

# --- newscrawl: politeness -------------------------------------------------------

# NEWSCRAWL_CONTACT: a URL or mail address under which an outlet can reach you; it goes
# into the user agent, "newscrawl/0.1 (+contact)". Set it before you crawl the live web.
NEWSCRAWL_CONTACT = None
# NEWSCRAWL_DAILY_REQUESTS: requests a host may get in one day (UTC) from all runs; a
# number, 0 is no limit. Half-hourly runs of an outlet with 20 sources stay below it.
NEWSCRAWL_DAILY_REQUESTS = 2000
# NEWSCRAWL_RETRY_AFTER_MAX: the longest pause a run waits for a host that asks for one
# by 429 or 503 with Retry-After; seconds. A longer one is left to a later run, as is a
# host that asks again after RETRY_TIMES pauses, or has had five times this in all.
NEWSCRAWL_RETRY_AFTER_MAX = 120
# NEWSCRAWL_BACKOFF: the first pause after a 429 or 503 without Retry-After, doubled
# each time; seconds.
NEWSCRAWL_BACKOFF = 5
# NEWSCRAWL_CRAWL_DELAY_MAX: the longest Crawl-delay of a robots.txt that a run can live
# with; seconds. A host that asks for more is left alone.
NEWSCRAWL_CRAWL_DELAY_MAX = 120
# NEWSCRAWL_POLL_MAX: a source that has told nothing new for a while is asked again
# after a share of that while, at most after this; seconds. 0 asks all in each run.
NEWSCRAWL_POLL_MAX = 7200
# NEWSCRAWL_POLL_SHARE: that share; a number. The larger, the fewer requests and the
# later the news of a source that was silent. 0 asks all in each run.
NEWSCRAWL_POLL_SHARE = 0.25
# NEWSCRAWL_QUIET_HOURS: when outlets are asked nothing, by the clock of each outlet's
# zone; "23:00-05:30", several with commas between. Empty: at no time.
NEWSCRAWL_QUIET_HOURS = ""
# NEWSCRAWL_REVISITS: ages at which a written article is looked at again, whether its
# source tells of a change or not; spans ("1h 6h 1d 3d"). Empty: never.
NEWSCRAWL_REVISITS = "1h 6h 1d 3d"
# NEWSCRAWL_REVISITS_MAX: articles of an outlet that are looked at again in one run, the
# longest due first; a number.
NEWSCRAWL_REVISITS_MAX = 30
# NEWSCRAWL_UNREACHABLE_AFTER: failed connections or name look-ups in a row after which
# the rest of a host's requests are dropped; a number. Three is one request with its
# retries.
NEWSCRAWL_UNREACHABLE_AFTER = 3

# NEWSCRAWL_PROGRESS: bars under the log where it goes to a terminal; true or false.
NEWSCRAWL_PROGRESS = True

# --- newscrawl: safety -----------------------------------------------------------

# NEWSCRAWL_ALLOW_ADDRESSES: networks ("10.0.0.0/8"), addresses or host names that may
# be reached although they are private; a list, or a string with commas. Empty: a
# hostile link must not reach the machine's own network.
NEWSCRAWL_ALLOW_ADDRESSES: list[str] = []
# NEWSCRAWL_CONNECT_TO: host name pattern -> "address:port", like curl's --connect-to
# but in plain HTTP whatever the URL's scheme; a dict or JSON. For tests, replays and
# the bundled newsroom.
NEWSCRAWL_CONNECT_TO: dict[str, str] = {}

# --- who we are ------------------------------------------------------------------

# Empty: composed from NEWSCRAWL_CONTACT; a text of your own is sent as it is.
USER_AGENT = ""
# The product token that a robots.txt addresses us by.
ROBOTSTXT_USER_AGENT = "newscrawl"
# robots.txt is obeyed by newscrawl.middlewares.robots; Scrapy's own lets the third
# request through while the file is still loading.
ROBOTSTXT_OBEY = True
# Sent with every request: pages first; no language, the outlet's own edition is wanted.
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
}
# A harvester has no business with cookies, and they would tie runs together.
COOKIES_ENABLED = False
# Outlets need not know who told us of a page.
REFERRER_POLICY = "no-referrer"

# --- pace ------------------------------------------------------------------------

# Many outlets at once …
CONCURRENT_REQUESTS = 32
# … but one request at a time to each.
CONCURRENT_REQUESTS_PER_DOMAIN = 1
# Seconds between two requests to a host; an outlet's file or robots.txt may want more.
DOWNLOAD_DELAY = 1.0
# The delay varies by a quarter, so that many feeds of a host do not beat in time.
DOWNLOAD_DELAY_JITTER = 0.25
# No host takes more room in the downloader than it can use.
SCHEDULER_PRIORITY_QUEUE = "newscrawl.middlewares.queue.FairQueue"
# Four: Scrapy's 100 starts a hundred tasks for every response.
CONCURRENT_ITEMS = 4

# --- patience --------------------------------------------------------------------

# Seconds for a whole answer: a server that drips must not hold a slot for minutes.
DOWNLOAD_TIMEOUT = 30
# Seconds for a name look-up; the default of 60 blocks a thread of few.
DNS_TIMEOUT = 10
# Threads for name look-ups: dead names must not hold up the living.
REACTOR_THREADPOOL_MAXSIZE = 20
# Two more tries for what may pass.
RETRY_TIMES = 2
# Statuses worth another try; 429 and 503 also pause the host.
RETRY_HTTP_CODES = [408, 429, 500, 502, 503, 504, 522, 524]
# A page given up is counted and told in rejected.jsonl; it is no error of the program.
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"
# Outlets redirect once or twice (https, www, slug); more is a loop.
REDIRECT_MAX_TIMES = 5
# A page must not move us by its text.
METAREFRESH_ENABLED = False

# --- bounds ----------------------------------------------------------------------

# 8 MiB, compressed or not: the longest real pages are below 3, sitemaps below 8.
DOWNLOAD_MAXSIZE = 8 * 1024 * 1024
# No warning before the limit: what passes it is counted.
DOWNLOAD_WARNSIZE = 0
# Characters; longer ones are traps.
URLLENGTH_LIMIT = 2083
# Sitemap indexes in indexes, sections with pages: ten steps from the start is a trap.
DEPTH_LIMIT = 10

# --- safety ----------------------------------------------------------------------

# Only the web: a page's link must not read a file. Both schemes may be routed elsewhere
# by NEWSCRAWL_CONNECT_TO.
DOWNLOAD_HANDLERS = {
    "http": "newscrawl.middlewares.connect_to.RoutedDownloadHandler",
    "https": "newscrawl.middlewares.connect_to.RoutedDownloadHandler",
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}
# Refuses names with private addresses, in the very answer that is connected to.
TWISTED_DNS_RESOLVER = "newscrawl.middlewares.resolver.PublicResolver"
# Scrapy does not by default; an outlet's file can except itself (verify_tls = false).
DOWNLOAD_VERIFY_CERTIFICATES = True
# A proxy from the environment would resolve names for us, past the check.
HTTPPROXY_ENABLED = False
# Answers without asking the server and never forgets; validators are in the store.
HTTPCACHE_ENABLED = False
# Listens on a port.
TELNETCONSOLE_ENABLED = False
# Executes code for whoever holds a token file.
REMOTE_CONTROL_ENABLED = False
# Scrapy looks for a mistake in a callback by reading its source again and again.
WARN_ON_GENERATOR_RETURN_VALUE = False

# --- log and feeds ---------------------------------------------------------------

# A cron mail should hold what happened, not every request.
LOG_LEVEL = "INFO"
# Time, level, who, what: one line each.
LOG_FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
# With the date: logs of cron run over midnight.
LOG_DATEFORMAT = "%Y-%m-%d %H:%M:%S"
# A dropped item is a decision, counted and told elsewhere.
DEFAULT_DROPITEM_LOG_LEVEL = "DEBUG"
# run.json and the summary tell the same, readably.
STATS_DUMP = False
# What `scrapy crawl -o FILE` writes is text of many scripts.
FEED_EXPORT_ENCODING = "utf-8"

# --- the parts, in their order ---------------------------------------------------

# Each pipeline is one verb; the gaps leave room for yours.
ITEM_PIPELINES = {
    "newscrawl.pipelines.require.Require": 100,  # drop what is no usable article
    "newscrawl.pipelines.attribute.Attribute": 200,  # name the agency, with evidence
    "newscrawl.pipelines.identify.Identify": 300,  # id, version, sketch
    "newscrawl.pipelines.relate.Relate": 400,  # join to its story
    "newscrawl.pipelines.select.Select": 500,  # keep what the spider harvests
    "newscrawl.pipelines.validate.Validate": 600,  # against the JSON Schema
    "newscrawl.pipelines.write.Write": 700,  # one durable line, then the ledger
}

# Between engine (low) and spider (high).
SPIDER_MIDDLEWARES = {
    "newscrawl.middlewares.quiet.Quiet": 470,  # nothing of an outlet in quiet hours
    "newscrawl.middlewares.revisits.Revisits": 480,  # what may have changed unsaid
    "newscrawl.middlewares.resting.Resting": 490,  # leave silent sources alone
    "newscrawl.middlewares.known.Known": 500,  # drop what the store knows
    "newscrawl.middlewares.endings.Endings": 850,  # every lost article is told once
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,  # Endings tells it
}

# Between engine (low) and network (high). Requests pass downwards, answers upwards.
DOWNLOADER_MIDDLEWARES = {
    "newscrawl.middlewares.drain.Drain": 10,  # a stop does not wait for pauses
    "newscrawl.middlewares.quiet.Quiet": 15,  # quiet hours that begin meanwhile
    "newscrawl.middlewares.guard.AddressGuard": 20,  # scheme, port, private addresses
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # replaced by:
    "newscrawl.middlewares.offsite.Offsite": 30,  # an outlet's own hosts, each hop
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # replaced by:
    "newscrawl.middlewares.robots.Robots": 100,  # robots.txt before anything else
    "newscrawl.middlewares.pace.Pace": 200,  # an outlet's own delay
    "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware": None,  # replaced by:
    "newscrawl.middlewares.identity.Identity": 500,  # user agent with contact
    "newscrawl.middlewares.conditional.Conditional": 520,  # ask only for what changed
    "newscrawl.middlewares.content.ContentGate": 530,  # an article must be a page
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,  # replaced by:
    "newscrawl.middlewares.retry.Retry": 550,  # Retry-After pauses the host
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "newscrawl.middlewares.compression.Compression": 590,  # bombs get a named reason
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,  # replaced by:
    "newscrawl.middlewares.redirect.Redirect": 600,  # each hop at its own host's pace
    "newscrawl.middlewares.breaker.Breaker": 820,  # a dead host fails fast
    "newscrawl.middlewares.budget.Budget": 830,  # requests per host and day
}

# Session comes first: the others ask it for the state.
EXTENSIONS = {
    "newscrawl.store.session.Session": 10,  # lock, store, run directory
    "newscrawl.extensions.outcome.Outcome": 100,  # run.json, summary, exit code
    "newscrawl.extensions.rejects.Rejects": 200,  # rejected.jsonl
    "newscrawl.extensions.watch.Watch": 250,  # outlets against their own history
    "newscrawl.extensions.learning.Learning": 270,  # what recurs on outlets, to reading
    "newscrawl.extensions.release.Release": 300,  # held copies found to be wire copy
    "newscrawl.extensions.progress.Progress": 400,  # what a person sees meanwhile
}
