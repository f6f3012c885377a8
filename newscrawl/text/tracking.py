"""Query parameters that say how a reader came, not what is read: tables only.

Three kinds, by how sure the name alone is. A name that some outlet uses to tell one
article from another (``id``, ``p``, ``ref`` with digits) never stands in the first two.
"""

from __future__ import annotations


def _set(table: str) -> frozenset[str]:
    return frozenset(table.split())


# The name begins so: campaign tags of analytics products, and AMP viewers (amp_).
# at_, xt: AT Internet; ns_: Comscore; pk_, mtm_: Matomo; mc_: Mailchimp; hsa_: HubSpot.
PREFIXES = (
    *("utm_", "utm-", "at_", "ns_", "pk_", "mtm_", "matomo_", "piwik_", "mc_", "ml_"),
    *(
        "hsa_",
        "_hs",
        "vero_",
        "oly_",
        "sc_",
        "stm_",
        "trk_",
        "fb_",
        "ga_",
        "wt.",
        "wt_",
    ),
    *("xtor", "xt_", "amp_", "itm_", "int_cmp", "dicbo", "__twitter_"),
    *("aspsessionid", "tblci", "_openstat"),
)

# The name alone decides.
NAMES = _set("""
    fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid ysclid twclid ttclid li_fat_id
    igshid igsh igsid mkt_tok mkt_cid s_cid s_kwcid ncid icid cmpid cmp cmpg campaignid
    campaign_id campaign intcmp int_source int_medium int_campaign ito ocid smid smtyp
    smprod soc_src soc_trk spm scm spref sr_share sharesource share_source sharetype
    sharedfrom share_id wprov partner_id rssfeed feedtype xtref xtmc xtcr _ga _gl _gac
    _branch_match_id _branch_referrer _ke _kx _x_tr_sl _x_tr_tl _x_tr_hl _x_tr_pto epik
    ef_id guccounter guce_referrer guce_referrer_sig tsrc ref_src ref_url refsrc
    referrer referer referral referringsource reflink recip_id trackingid tracking_id
    usqp akamai-rum isappinstalled nsukey ved sca_esv oref elqtrackid elqtrack elqaid
    elqat elqcampaignid rb_clickid s_campaign wickedid otm_source adgroupid
    gad_source srsltid cx_testid cx_testvariant cx_artpos noamp nonamp replytocom
    preview_nonce doing_wp_cron nocache no_cache nomobile mobile_source __source __tn__
    _rdr mibextid rdid share_url fromapp frmapp app_install via_app traffic_source
    trafficsource origin_source jsessionid phpsessid cfid cftoken sessionid session_id
    sessid zenid
""")

# The name decides nothing, the value does: words of a channel, never an identity.
CHANNEL_NAMES = _set("ref source src from via medium share sh rel feed origin rss")
CHANNELS = _set("""
    rss feed feeds feedburner atom newsfeed twitter tw x facebook fb fbia linkedin
    whatsapp wa telegram tg instagram ig insta pinterest reddit tumblr email mail
    newsletter newsletters nl push notification notifications webpush browserpush
    google gnews googlenews google_news news_google googlediscover discover bing msn
    yahoo apple applenews apple_news flipboard smartnews dailyhunt inshorts jionews
    upday newsbreak home homepage hp home_page homepage_top index top_stories
    topstories topnews latest trending mostread most_read mostpopular most_popular
    popular related recommended recommendation recirc readmore read_more also_read
    alsoread widget sidebar ticker carousel banner slider menu nav footer header app
    android ios mobile web desktop amp share shared social socialmedia sharebar
    copylink copy_link clipboard link url direct organic referral sms viber line vk
    odnoklassniki weibo wechat sns story_widget article_end inline internal
""")

# Forms of one article: the switch or value that asks for the AMP or the print page.
FORM_SWITCHES = _set("amp print printable printview print_view printpage")
SWITCHED = _set("1 0 true false yes no on off amp print pdf page y") | {""}
FORM_NAMES = _set("outputtype view format type tpl tmpl template mode layout output")
FORM_VALUES = _set("amp amphtml print printable print-friendly component")
