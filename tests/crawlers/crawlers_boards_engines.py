# ruff: noqa: E501 -- markup keeps the lines of the software that writes it
"""Boards as software of many houses writes them, with all that stands about the posts: written down before any was tried."""

from __future__ import annotations

from datetime import datetime

from crawlers_boards_tables import each, layout
from crawlers_talks import SAYS, Post, month

SAYS["sv"] = (
    "Har någon varit på packeriet vid floden? De lovade min kusin att det finns rum. | Ja. Långa dagar, och rummen kostar mer än de sa i telefon. | Samma här | Jag var där i våras.\n\nBussen går klockan fem, man betalar den själv, och ingen får en kopia av avtalet. | Tack för varningen! | Vilken förmedlare var det? Min ville ha pengar innan jag sett papperen, så jag gick."
)
SAYS["cs"] = (
    "Byl někdo v balírně u řeky? Bratranci tam slíbili pokoj. | Byl. Dlouhé směny a pokoje jsou dražší, než říkali do telefonu. | U mě to samé | Byl jsem tam na jaře.\n\nAutobus jede v pět, platíš si ho sám a nikdo nedostane kopii smlouvy. | Díky za varování! | Který zprostředkovatel to byl? Ten můj chtěl peníze dřív, než jsem viděl papíry, tak jsem odešel."
)
SAYS["hu"] = (
    "Járt már valaki a folyó melletti csomagolóban? Az unokatestvéremnek szobát ígértek. | Igen. Hosszú napok, és a szoba többe kerül, mint amit telefonon mondtak. | Nálam is így volt | Tavasszal voltam ott.\n\nA busz ötkor indul, magad fizeted, és a szerződésből senki sem kap példányt. | Köszi a figyelmeztetést! | Melyik közvetítő volt? Az enyém pénzt kért, mielőtt láttam volna a papírokat, úgyhogy otthagytam."
)
SAYS["uk"] = (
    "Хтось був на пакувальній фабриці біля річки? Двоюрідному братові сказали, що дають кімнати. | Був. Робота довга, а кімнати дорожчі, ніж казали телефоном. | У мене так само | Я був там навесні.\n\nАвтобус їде о п'ятій, платиш сам, і ніхто не отримує копію договору. | Дякую за попередження! | Який агент? Мій хотів грошей до того, як я побачив папери, і я пішов."
)
_SV = "januari februari mars april maj juni juli augusti september oktober november december".split()  # noqa: SIM905
_HU = "január február március április május június július augusztus szeptember október november december".split()  # noqa: SIM905


def stamp(at: datetime) -> int:
    return int(at.timestamp())


@layout("de", "https://www.nadelstube.example/discussion/90211/packerei-am-fluss")
def vanilla_german(talk: list[Post]) -> str:
    def item(p: Post) -> str:
        q = (
            f'<blockquote class="Quote UserQuote"><div class="QuoteAuthor"><a href="/profile/{p.quoted_name}" rel="nofollow">{p.quoted_name}</a> schrieb: <a href="/discussion/comment/1#Comment_1" class="QuoteLink">»</a></div><div class="QuoteText"><p>{p.quoted}</p></div></blockquote>'
            if p.quoted
            else ""
        )
        edit = (
            f'<span class="MItem DateUpdated" title="Bearbeitet am 9. April 2019 20:15 von {p.name}.">bearbeitet 9. April 2019</span>'
            if p.edited
            else ""
        )
        first = p.place == 1
        meta = f'<div class="Meta {"DiscussionMeta" if first else "CommentMeta CommentInfo"}"><span class="MItem DateCreated"><a href="/discussion/comment/{p.number}#Comment_{p.number}" class="Permalink" name="Item_{p.place}" rel="nofollow"><time title="{p.at.day}. {month("de", p.at)} {p.at:%Y %H:%M}" datetime="{p.at.isoformat()}">{month("de", p.at)} {p.at:%Y}</time></a></span>{edit}{"<span class=MItem>in <a href=/categories/arbeit class=Category>Arbeit</a></span>" if first else ""}</div>'
        head = f'<div class="Item-Header {"DiscussionHeader" if first else "CommentHeader"}"><div class="AuthorWrap"><span class="Author"><a title="{p.name}" href="/profile/{p.name}" class="PhotoWrap"><img src="/u/{p.number}.jpg" alt="{p.name}" class="ProfilePhoto ProfilePhotoMedium"></a><a href="/profile/{p.name}" class="Username js-userCard">{p.name}</a></span><span class="AuthorInfo"><span class="MItem RoleTitle">Mitglied</span> <span class="MItem Rank">Stammgast</span> <span class="MItem PostCount">Beiträge: <b><span title="{200 + p.place} Kommentare" class="Number">{200 + p.place}</span></b></span></span></div>{meta}</div>'
        body = f'<div class="Item-BodyWrap"><div class="Item-Body"><div class="Message userContent">{q}{p.html}</div><div class="Reactions"><span class="Flag ToggleFlyout"><a class="FlyoutButton" href="#">Melden</a></span><a class="Hijack ReactButton">0 <span class="ReactLabel">Hilfreich</span></a></div><div class="Signature UserSignature"><p>Wer nadelt, der lebt.</p></div></div></div>'
        return (
            f'<div id="Discussion_90211" class="Item ItemDiscussion Role_Mitglied pageBox"><div class="Discussion">{head}{body}</div></div>'
            if first
            else f'<li class="Item Alt ItemComment Role_Mitglied pageBox" id="Comment_{p.number}"><div class="Comment"><div class="Options"></div>{head}{body}</div></li>'
        )

    side = "".join(
        f'<li id="Discussion_{n}" class="Item"><span class="Title"><a href="/discussion/{n}/x">{t}</a></span><div class="Meta"><span class="MItem LastCommentBy">Letzter Kommentar: <a href="/profile/{who}">{who}</a></span><span class="MItem LastCommentDate"><time datetime="2019-04-0{n % 9 + 1}T10:00:00+00:00">April 2019</time></span></div></li>'
        for n, t, who in (
            (71, "Welche Wolle für Socken?", "Trudel"),
            (72, "Nadeln verloren", "Hanne"),
            (73, "Treffen im Mai", "Lotti"),
        )
    )
    rest = f'<span class="BeforeCommentHeading"></span><div class="CommentsWrap"><div class="DataBox DataBox-Comments"><div class="CommentHeading">Kommentare</div><ul class="MessageList DataList Comments">{each(item, talk[1:])}</ul></div></div>'
    return f"""<html lang="de"><head><title>Packerei am Fluss - Nadelstube</title><meta name="generator" content="Vanilla"></head><body id="vanilla_discussion_index" class="Vanilla Discussion"><div id="Frame"><header id="Head"><strong class="SiteTitle"><a href="/">Nadelstube</a></strong><ul class="SiteMenu"><li><a href="/discussions">Diskussionen</a></li><li><a href="/activity">Aktivität</a></li></ul></header><main class="Content MainContent"><div class="Breadcrumbs"><a href="/">Startseite</a> › <a href="/categories/arbeit">Arbeit</a></div><div class="MessageList Discussion"><h1 class="PageTitle">Packerei am Fluss</h1>{item(talk[0])}</div>{rest}<div class="Foot Closed"><div class="Note Closed SignInOrRegister"><a href="/entry/signin">Anmelden</a> oder <a href="/entry/register">Registrieren</a>, um zu kommentieren.</div></div></main><aside class="Panel"><div class="Box GuestBox"><h4>Hallo, Fremder!</h4><p>Es sieht so aus, als wären Sie neu hier. Wenn Sie mitreden möchten, klicken Sie auf eine dieser Schaltflächen!</p></div><div class="Box BoxDiscussions"><h4>Ähnliche Diskussionen</h4><ul class="PanelInfo PanelDiscussions">{side}</ul></div></aside></div></body></html>"""


@layout("sv", "https://forum.fiskebyn.example/threads/packeriet-vid-floden.90211/")
def xenforo1_swedish(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<div class="bbCodeBlock bbCodeQuote" data-author="{p.quoted_name}"><aside><div class="attribution type">{p.quoted_name} skrev: <a href="goto/post?id=1#post-1" class="AttributionLink">↑</a></div><blockquote class="quoteContainer"><div class="quote">{p.quoted}</div><div class="quoteExpand">Klicka för att utvidga...</div></blockquote></aside></div>'
            if p.quoted
            else ""
        )
        edit = (
            '<div class="editDate">Senast redigerad: <span class="DateTime" title="9 april 2019 kl 20:15">9 april 2019</span></div>'
            if p.edited
            else ""
        )
        day = f"{p.at.day} {_SV[p.at.month - 1]} {p.at.year}"
        ad = (
            '<li class="message adsense"><div class="messageInfo"><a href="https://annons.example/bete">Allt för fisket, fri frakt över 500 kr</a></div></li>'
            if p.place == 1
            else ""
        )
        return f"""<li id="post-{p.number}" class="message {"staff" if p.place == 3 else ""}" data-author="{p.name}"><div class="messageUserInfo" itemscope="itemscope" itemtype="http://data-vocabulary.org/Person"><div class="messageUserBlock"><div class="avatarHolder"><span class="helper"></span><a href="members/{p.number % 7}/" class="avatar Av{p.number % 7}m" data-avatarhtml="true"><img src="a.png" width="96" height="96" alt="{p.name}" /></a></div><h3 class="userText"><a href="members/{p.number % 7}/" class="username" dir="auto" itemprop="name">{p.name}</a><em class="userTitle" itemprop="title">Aktiv medlem</em></h3><div class="extraUserInfo"><dl class="pairsJustified"><dt>Blev medlem:</dt><dd>12 januari 2011</dd></dl><dl class="pairsJustified"><dt>Inlägg:</dt><dd><a href="search/member?user_id=3" class="concealed" rel="nofollow">1 204</a></dd></dl><dl class="pairsJustified"><dt>Ort:</dt><dd><a href="misc/location-info?location=x" class="concealed">Vid sjön</a></dd></dl></div><span class="arrow"><span></span></span></div></div>
<div class="messageInfo primaryContent"><div class="messageContent"><article><blockquote class="messageText SelectQuoteContainer ugc baseHtml">{q}{p.breaks}<div class="messageTextEndMarker">&nbsp;</div></blockquote></article></div>{edit}<div class="baseHtml signature messageText ugc"><aside>Mört är också fisk.</aside></div><div class="messageMeta ToggleTriggerAnchor"><div class="privateControls"><span class="item muted"><span class="authorEnd"><a href="members/{p.number % 7}/" class="username author" dir="auto">{p.name}</a>,</span> <a href="threads/x.90211/#post-{p.number}" title="Permalänk" class="datePermalink"><span class="DateTime" title="{day} kl {p.at:%H:%M}">{day}</span></a></span><a href="posts/{p.number}/report" class="OverlayTrigger item control report">Anmäl</a></div><div class="publicControls"><a href="threads/x.90211/#post-{p.number}" title="Permalänk" class="item muted postNumber hashPermalink">#{p.place}</a></div></div><div id="likes-post-{p.number}">{'<div class="likesSummary secondaryContent"><span class="LikeText"><a href="members/9/" class="username">Gösta</a> och <a href="members/8/" class="username">Berit</a> gillar detta.</span></div>' if p.place == 2 else ""}</div></div></li>{ad}"""

    return f"""<html id="XenForo" lang="sv-SE" dir="LTR" class="Public NoJs"><head><title>Packeriet vid floden | Fiskebyn</title></head><body><div id="headerMover"><div class="breadBoxTop"><nav><fieldset class="breadcrumb"><span class="crumbs"><a href="./" class="crumb">Forum</a> <a href="forums/jobb.5/" class="crumb">Jobb</a></span></fieldset></nav></div><div class="titleBar"><h1>Packeriet vid floden</h1><p id="pageDescription" class="muted">Diskussion i '<a href="forums/jobb.5/">Jobb</a>' startad av <a href="members/3/" class="username">{talk[0].name}</a>, <a href="threads/x.90211/"><span class="DateTime" title="4 mars 2019 kl 18:05">4 mars 2019</span></a>.</p></div><form action="inline-mod/post/switch" method="post" class="InlineModForm section"><ol class="messageList" id="messageList">{each(one, talk)}</ol></form><div class="pageNavLinkGroup"><label id="SignupButton"><a href="login/" class="inner">Logga in eller bli medlem för att svara</a></label></div><div class="sharePage"><h3 class="textHeading larger">Dela sida</h3></div></div><aside><div class="sidebar"><div class="section"><div class="secondaryContent threadList"><h3>Senaste inlägg</h3><ul><li class="discussionListItem"><a class="title" href="threads/abborre.7/">Abborre på maggot</a><div class="muted"><a href="members/4/" class="username">Rutger</a>, <span class="DateTime" title="30 mars 2019 kl 09:12">30 mars 2019</span></div></li><li class="discussionListItem"><a class="title" href="threads/is.8/">Isen ligger kvar</a><div class="muted"><a href="members/6/" class="username">Sixten</a>, <span class="DateTime" title="29 mars 2019 kl 11:40">29 mars 2019</span></div></li></ul></div></div></div></aside><footer><div class="footerLegal">Forum software by XenForo™</div></footer></body></html>"""


@layout("cs", "https://www.dilna.example/topic/90211-balirna-u-reky/")
def invision4_czech(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<blockquote class="ipsQuote" data-ipsquote="" data-ipsquote-contentapp="forums" data-ipsquote-username="{p.quoted_name}" data-ipsquote-timestamp="1551722700"><div class="ipsQuote_citation">{p.quoted_name} napsal/a:</div><div class="ipsQuote_contents ipsClearfix"><p>{p.quoted}</p></div></blockquote>'
            if p.quoted
            else ""
        )
        edit = (
            '<span class="ipsType_reset ipsType_medium ipsType_light" data-excludequote=""><strong>Upraveno <time datetime="2019-04-09T20:15:00Z" title="09.04.2019 20:15 " data-short="5 r">9. dubna 2019</time> od '
            + p.name
            + "</strong></span>"
            if p.edited
            else ""
        )
        return f"""<a id="comment-{p.number}"></a><article id="elComment_{p.number}" class="cPost ipsBox ipsResponsive_pull ipsComment ipsComment_parent ipsClearfix ipsClear ipsColumns ipsColumns_noSpacing ipsColumns_collapsePhone"><div class="cAuthorPane_mobile ipsResponsive_showPhone"><div class="cAuthorPane_photo"><a href="/profile/{p.number % 7}-x/" class="ipsUserPhoto ipsUserPhoto_large" title="Přejít na profil {p.name}"><img src="a.png" alt="{p.name}"></a></div><div class="cAuthorPane_content"><h3 class="ipsType_sectionHead cAuthorPane_author ipsType_break"><a href="/profile/{p.number % 7}-x/" class="ipsType_break">{p.name}</a></h3><div class="ipsType_light ipsType_reset"><a href="/topic/90211/?do=findComment&amp;comment={p.number}" class="ipsType_blendLinks">Odesláno <time datetime="{p.at:%Y-%m-%dT%H:%M:%SZ}" title="{p.at:%d.%m.%Y %H:%M} " data-short="5 r">{p.at.day}. března 2019</time></a></div></div></div>
<aside class="ipsComment_author cAuthorPane ipsColumn ipsColumn_medium ipsResponsive_hidePhone"><h3 class="ipsType_sectionHead cAuthorPane_author ipsType_blendLinks ipsType_break"><strong><a href="/profile/{p.number % 7}-x/" class="ipsType_break">{p.name}</a></strong></h3><ul class="cAuthorPane_info ipsList_reset"><li data-role="photo" class="cAuthorPane_photo"></li><li data-role="group">Členové</li><li data-role="stats" class="ipsMargin_top"><ul class="ipsList_reset ipsType_light ipsFlex"><li><a href="/profile/3-x/content/" title="1 204 příspěvků" class="ipsType_blendLinks"><i class="fa fa-comment"></i> 1,2 tis.</a></li></ul></li></ul></aside>
<div class="ipsColumn ipsColumn_fluid ipsMargin:none"><div id="comment-{p.number}_wrap" data-controller="core.front.core.comment" class="ipsComment_content ipsType_medium"><div class="ipsComment_meta ipsType_light ipsFlex"><div class="ipsType_reset"><a href="/topic/90211/?do=findComment&amp;comment={p.number}" class="ipsType_blendLinks">Odesláno <time datetime="{p.at:%Y-%m-%dT%H:%M:%SZ}" title="{p.at:%d.%m.%Y %H:%M} " data-short="5 r">{p.at.day}. března 2019</time></a></div><div class="ipsResponsive_hidePhone ipsComment_badges">{'<ul class="ipsList_reset"><li><strong class="ipsBadge ipsBadge_large ipsComment_authorBadge">Autor</strong></li></ul>' if p.name == talk[0].name else ""}</div></div><div class="cPost_contentWrap ipsPadding"><div data-role="commentContent" class="ipsType_normal ipsType_richText ipsPadding_bottom ipsContained" data-controller="core.front.core.lightboxedImages">{q}{p.html}{edit}</div><div class="ipsItemControls"><div data-controller="core.front.core.reaction" class="ipsReact ipsClearfix"><div class="ipsReact_blurb ipsHide"></div></div><ul class="ipsComment_controls ipsClearfix"><li><a href="#">Citovat</a></li></ul></div></div></div></div></article>"""

    similar = "".join(
        f'<li class="ipsDataItem ipsDataItem_responsivePhoto"><div class="ipsDataItem_main"><h4 class="ipsDataItem_title"><a href="/topic/{n}-x/">{t}</a></h4><p class="ipsType_reset ipsType_medium ipsType_light">Od <a href="/profile/9-x/" class="ipsType_break">{w}</a>, <time datetime="2019-02-0{n}T08:00:00Z" title="0{n}.02.2019 08:00">{n}. února 2019</time></p></div></li>'
        for n, t, w in (
            (3, "Vrtačka do zdi", "Pepa"),
            (4, "Prasklé kladívko", "Jarda"),
            (5, "Hoblík po dědovi", "Milan"),
        )
    )
    return f"""<html lang="cs-CZ" dir="ltr"><head><title>Balírna u řeky - Práce - Dílna</title></head><body class="ipsApp ipsApp_front ipsClearfix" data-controller="core.front.core.app" data-pageapp="forums"><nav class="ipsBreadcrumb ipsBreadcrumb_top"><ul data-role="breadcrumbList"><li><a href="/">Domů</a></li><li><a href="/forum/5-prace/">Práce</a></li></ul></nav><div id="ipsLayout_mainArea"><div class="ipsPageHeader ipsResponsive_pull ipsBox ipsPadding"><h1 class="ipsType_pageTitle ipsContained_container"><span class="ipsType_break ipsContained"><span>Balírna u řeky</span></span></h1><div class="ipsPageHeader__meta ipsFlex"><p class="ipsType_reset ipsType_blendLinks">Od <a href="/profile/3-x/" class="ipsType_break">{talk[0].name}</a>,<br><span class="ipsType_light"><time datetime="2019-03-04T18:05:00Z" title="04.03.2019 18:05">4. března 2019</time> v <a href="/forum/5-prace/">Práce</a></span></p></div></div><div data-controller="core.front.core.commentFeed" class="cTopic ipsClear ipsSpacer_top"><h2 class="ipsType_sectionTitle ipsType_reset ipsType_medium" data-role="comment_count">Recommended Posts</h2><div data-role="commentFeed" data-controller="core.front.core.moderation"><form action="#" method="post">{each(one, talk)}</form></div><div data-role="replyArea" id="replyForm"><h2>Vytvořte si účet nebo se přihlaste pro komentování</h2><p>Pro zanechání komentáře musíte být členem.</p></div></div><div class="ipsBox ipsPadding"><h2 class="ipsType_sectionTitle">Podobný obsah</h2><ul class="ipsDataList">{similar}</ul></div></div></body></html>"""


@layout("tr", "https://topluluk.example/topic/90211/nehir-kenarindaki-paketleme")
def nodebb_turkish(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<blockquote><p dir="auto"><a class="plugin-mentions-user plugin-mentions-a" href="/user/x">@{p.quoted_name}</a> <a href="/post/1">şunu</a> dedi:</p><p dir="auto">{p.quoted}</p></blockquote>'
            if p.quoted
            else ""
        )
        edited = (
            f'<i component="post/edit-indicator" class="fa fa-pencil-square edit-icon "></i><small data-editor="x" component="post/editor" class="hidden">Son düzenleyen {p.name} <span class="timeago" title="2019-04-09T20:15:00.000Z"></span></small>'
            if p.edited
            else '<i component="post/edit-indicator" class="fa fa-pencil-square edit-icon hidden"></i>'
        )
        parent = (
            f'<a component="post/parent" class="btn btn-xs btn-default hidden-xs" data-topid="1" href="/post/1"><i class="fa fa-reply"></i> @{p.quoted_name}</a>'
            if p.quoted
            else ""
        )
        return f"""<li component="post" class="{"topic-owner-post" if p.name == talk[0].name else ""}" data-index="{p.place - 1}" data-pid="{p.number}" data-uid="{p.number % 7}" data-timestamp="{stamp(p.at)}000" data-username="{p.name}" data-userslug="x{p.number % 7}" itemscope itemtype="http://schema.org/Comment"><a component="post/anchor" data-index="{p.place - 1}" id="{p.place - 1}"></a><meta itemprop="datePublished" content="{p.at:%Y-%m-%dT%H:%M:%S.000Z}"><meta itemprop="dateModified" content="{"2019-04-09T20:15:00.000Z" if p.edited else ""}"><div class="clearfix post-header"><div class="icon pull-left"><a href="/user/x{p.number % 7}"><span class="avatar avatar-sm2x avatar-rounded" alt="{p.name}" title="{p.name}" data-uid="3" component="user/picture" style="background-color: #795548;">{p.name[0].upper()}</span><i component="user/status" class="fa fa-circle status offline" title="Çevrimdışı"></i></a></div><small class="pull-left"><strong><a href="/user/x{p.number % 7}" itemprop="author" data-username="{p.name}" data-uid="3">{p.name}</a></strong><div class="visible-xs-inline-block visible-sm-inline-block visible-md-inline-block visible-lg-inline-block">{parent}<span><i component="post/edit-indicator"></i></span></div></small><small class="pull-right"><span class="bookmarked"><i class="fa fa-bookmark-o"></i></span></small><small class="pull-right"><i class="fa fa-pencil-square pointer edit-icon"></i><a class="permalink" href="/post/{p.number}"><span class="timeago" title="{p.at:%Y-%m-%dT%H:%M:%S.000Z}"></span></a></small></div><br /><div class="content" component="post/content" itemprop="text">{q}{p.html}</div><div class="post-footer">{edited}<div class="post-signature" component="post/signature" data-uid="3"><p dir="auto">Yolcudur Abbas, bağlasan durmaz.</p></div><div class="clearfix"><small class="pull-right"><span class="post-tools"><a component="post/reply" href="#" class="user-select-none hidden">Yanıtla</a><a component="post/quote" href="#">Alıntı</a></span><span class="votes"><a component="post/upvote" href="#"></a><span component="post/vote-count" data-votes="{p.place % 3}">{p.place % 3}</span></span></small></div><div component="post/replies/container"></div></div></li>"""

    return f"""<html lang="tr" data-dir="ltr"><head><title>Nehir kenarındaki paketleme | Topluluk</title></head><body class="page-topic page-topic-90211 skin-noskin"><nav class="navbar navbar-default"><ul><li><a href="/categories">Kategoriler</a></li><li><a href="/recent">Güncel</a></li><li><a href="/login">Giriş</a></li></ul></nav><main id="panel" class="slideout-panel"><div class="container" id="content"><ol class="breadcrumb" itemscope itemtype="http://schema.org/BreadcrumbList"><li><a href="/">Ana Sayfa</a></li><li><a href="/category/5/is">İş</a></li></ol><div class="row"><div class="topic col-lg-12"><div class="topic-header"><h1 component="post/header" class="hidden-xs" itemprop="name"><span class="topic-title"><span component="topic/labels"></span><span component="topic/title">Nehir kenarındaki paketleme</span></span></h1><div class="topic-info clearfix"><div class="stats hidden-xs"><i class="fa fa-fw fa-user"></i><span class="stats-text">4 Gönderici</span> <span component="topic/post-count" class="human-readable-number">{len(talk)}</span> İleti <span>1204 Bakış</span></div></div></div><ul component="topic" class="posts timeline" data-tid="90211" data-cid="5">{each(one, talk)}</ul><div class="topic-main-buttons pull-right inline-block"><a href="/login" class="btn btn-sm btn-primary">Yanıtlamak için giriş yapın</a></div></div></div></div></main></body></html>"""


@layout("fr", "https://carrefour.example/m/travail/t/90211/Usine-pres-du-fleuve")
def mbin_french(talk: list[Post]) -> str:
    def comment(p: Post) -> str:
        q = f"<blockquote><p>{p.quoted}</p></blockquote>" if p.quoted else ""
        edit = (
            '<span class="edited">(édité <time datetime="2019-04-09T20:15:00+00:00">il y a 5 ans</time>)</span>'
            if p.edited
            else ""
        )
        return f"""<blockquote id="entry-comment-{p.number}" class="section comment entry-comment subject comment-level--{p.place % 3 + 1}" data-controller="comment subject mentions" data-subject-parent-value="1"><header><a class="user-inline" href="/u/{p.name}" data-action="mouseover->mentions#userPopup" title="@{p.name}@carrefour.example">{p.name}</a>, <time class="timeago" title="{p.at.isoformat()}" datetime="{p.at.isoformat()}">{p.at.isoformat()}</time> {edit}</header><figure><a href="/u/{p.name}" class="user-avatar"><img width="40" height="40" src="a.png" alt="avatar de {p.name}"></a></figure><div class="content">{q}{p.html}</div><aside class="vote"><form method="post" action="/ecf/{p.number}/1"><button type="submit" title="Favori"><span data-subject-target="favCounter">{p.place % 4}</span></button></form></aside><footer><menu><li><a href="/m/travail/t/90211/comment/{p.number}/reply" class="stretched-link">répondre</a></li><li class="dropdown"><button class="stretched-link">plus</button><ul class="dropdown__menu"><li><a href="/report">signaler</a></li><li><a href="/raw">ouvrir le lien d'origine</a></li></ul></li></menu></footer></blockquote>"""

    p = talk[0]
    related = "".join(
        f'<figure><div class="row"><a href="/m/travail/t/{n}/x"><h4>{t}</h4></a></div><blockquote class="content"><p>{w}</p></blockquote><figcaption><a href="/m/travail" class="magazine-inline">travail</a> <time class="timeago" datetime="2019-03-0{n}T07:00:00+00:00">2019</time></figcaption></figure>'
        for n, t, w in (
            (4, "Le marché du jeudi", "On y vend encore des paniers"),
            (6, "Un vélo à donner", "Presque neuf, sans selle"),
        )
    )
    return f"""<html lang="fr"><head><title>Usine près du fleuve - travail - carrefour.example</title></head><body class="theme--light entry-comments"><header id="header" class="header"><nav class="head-nav"><menu><li><a href="/">Fils</a></li><li><a href="/microblog">Microblog</a></li><li><a href="/people">Personnes</a></li></menu></nav></header><div id="middle" class="page-entry-single"><div class="kbin-container"><main id="main" class="view-compact" data-controller="lightbox timeago confirmation"><div class="section section--top entry-cross"></div><article class="entry section subject no-image" id="entry-90211" data-controller="subject preview mentions"><header><h1><a href="#">Usine près du fleuve</a></h1></header><div class="content short-desc">{p.html}</div><aside class="meta entry__meta"><span>par <a class="user-inline" href="/u/{p.name}" title="@{p.name}@carrefour.example">{p.name}</a>, <time class="timeago" title="{p.at.isoformat()}" datetime="{p.at.isoformat()}">{p.at.isoformat()}</time> sur <a href="/m/travail" class="magazine-inline">travail</a></span></aside><footer><menu><li><a class="stretched-link" href="#comments"><span data-subject-target="commentsCounter">{len(talk) - 1}</span> commentaires</a></li></menu></footer></article><div id="options" class="options options--comments"><menu class="options__main"><li><a href="/top">haut</a></li><li><a href="/newest">plus récent</a></li></menu></div><section class="comments entry-comments comments-tree" id="comments" data-controller="subject-list">{each(comment, talk[1:])}</section></main><aside id="sidebar"><section class="section entry-info"><h3>Fil</h3><ul class="info"><li>Ajouté : <time class="timeago" datetime="{p.at.isoformat()}">2019</time></li></ul></section><section id="magazine-info" class="magazine section"><h3>Magazine</h3><p class="magazine__description">On parle ici de ce que l'on fait pour vivre.</p><ul class="info"><li>Créé : <time datetime="2018-06-10T10:00:00+00:00">2018</time></li><li>Propriétaire : <a class="user-inline" href="/u/admin">admin</a></li><li>Abonnés : <span>1204</span></li></ul></section><section class="related-entries section"><h3>Fils similaires</h3><div class="container">{related}</div></section></aside></div></div></body></html>"""


@layout("en", "https://news.slash.example/story/19/03/04/1805211/packing-place-by-the-river")
def slash_story(talk: list[Post]) -> str:
    def comment(p: Post) -> str:
        q = f"<p><i>{p.quoted}</i></p>" if p.quoted else ""
        return f"""<li id="tree_{p.number}" class="comment {"oneline" if p.place == 5 else "full"} contain"><div class="cw"><div id="comment_status_{p.number}" class="commentstatus"></div><div id="comment_{p.number}" class="cw"><div id="comment_top_{p.number}" class="commentTop newcomment"><ul class="menu" id="comment_menu_{p.number}"></ul><div class="title"><h4 id="comment_subj_{p.number}"><a id="comment_link_{p.number}" name="comment_link_{p.number}" href="//news.slash.example/comments.pl?sid=771&amp;cid={p.number}">Re:Rooms</a> <span id="comment_score_{p.number}" class="score">(Score:<a href="#">{p.place % 5}</a>, Informative)</span></h4></div><div class="details"><span class="by">by <a href="//slash.example/~{p.name.replace(" ", "+")}">{p.name} ( <span class="uid">{p.number % 7 + 60000}</span> )</a> <span class="zooicon"><a href="//slash.example/zoo.pl?op=check"><img src="n.png" alt="Friend of a Friend"></a></span></span> <span class="otherdetails" id="comment_otherdetails_{p.number}">on {p.at:%A %B %d, %Y @%I:%M%p} (<a href="//news.slash.example/comments.pl?cid={p.number}">#{p.number}</a>) <a href="//slash.example/~x/journal/" title="Journal">Journal</a></span></div></div><div class="commentBody"><div id="comment_body_{p.number}">{q}{p.html}</div><div id="comment_sig_{p.number}" class="sig hide">--<br>You keep using that word.</div></div><div class="commentSub" id="comment_sub_{p.number}"><span id="reply_link_{p.number}" class="nbutton"><p><b><a href="#">Reply to This</a></b></p></span></div></div></div></li>"""

    p = talk[0]
    polls = '<article id="slashpoll"><header><h3>Slash Top Deals</h3></header><form><ul><li>What do you write with?</li><li>A pen</li><li>A pencil</li><li>Neither</li></ul></form></article>'
    return f"""<html lang="en"><head><title>Packing Place By the River - Slash</title></head><body class="anon index2"><section class="nav-wrap"><nav class="nav-primary"><ul><li><a href="/">Stories</a></li><li><a href="/submit">Submit</a></li></ul></nav></section><section id="main-articles"><div class="main-content"><article id="fhitem-{p.number}" class="fhitem fhitem-story article usermode thumbs grid_24" data-fhtype="story"><header><h2 class="story"><span id="title-{p.number}" class="story-title"><a href="//news.slash.example/story/771">Packing Place By the River</a></span></h2><div class="details" id="details-{p.number}"><span class="story-details"><span class="story-views"><span class="sodify">Posted</span></span><span class="story-byline">by <a rel="nofollow" href="//slash.example/~{p.name}">{p.name}</a> <time id="fhtime-{p.number}" datetime="on {p.at:%A %B %d, %Y @%I:%M%p}">on {p.at:%A %B %d, %Y @%I:%M%p}</time> from the <span class="dept-text">rooms-to-let</span> dept.</span></span></div></header><div class="hide" id="fhbody-{p.number}"></div><div class="body" id="fhbody"><div id="text-{p.number}" class="p"><i>{p.html}</i></div></div></article><div id="comments" class="commentBox"><div id="commentControlBoxStatus"><span class="totalcommentcnt">{len(talk) - 1}</span> of {len(talk) - 1} comments loaded</div><h4>The Fine Print: The following comments are owned by whoever posted them. We are not responsible for them in any way.</h4><ul id="commentlisting" class="d2">{each(comment, talk[1:])}</ul></div></div><aside class="grid_8">{polls}</aside></section><footer id="ft"><blockquote>Trees are tall and so am I.</blockquote></footer></body></html>"""


@layout("es", "https://www.huerta.example/foros/tema/planta-de-empaque/")
def bbpress_spanish(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = f"<blockquote><p>{p.quoted_name} escribió:<br>{p.quoted}</p></blockquote>" if p.quoted else ""
        log = (
            f'<ul id="bbp-reply-revision-log-{p.number}" class="bbp-reply-revision-log"><li id="bbp-reply-revision-log-{p.number}-item" class="bbp-reply-revision-log-item">Esta respuesta fue modificada hace 5 años, 2 meses por <a href="/foros/usuario/x/" class="bbp-author-link"><span class="bbp-author-name">{p.name}</span></a>. Razón: erratas</li></ul>'
            if p.edited
            else ""
        )
        kind = "topic" if p.place == 1 else "reply"
        return f"""<div id="post-{p.number}" class="bbp-{kind}-header"><div class="bbp-meta"><span class="bbp-{kind}-post-date">{p.at.day} {month("es", p.at)}, {p.at:%Y} a las {p.at.hour % 12 or 12}:{p.at:%M} {p.at:%p}</span><a href="/foros/tema/x/#post-{p.number}" class="bbp-{kind}-permalink">#{p.number}</a><span class="bbp-admin-links"></span></div></div><div class="loop-item-{p.place - 1} user-id-{p.number % 7} bbp-parent-forum-12 bbp-reply-position-{p.place} {"odd" if p.place % 2 else "even"} post-{p.number} {kind} type-{kind} status-publish hentry"><div class="bbp-{kind}-author"><a href="/foros/usuario/x/" title="Ver perfil de {p.name}" class="bbp-author-link"><span class="bbp-author-avatar"><img alt='' src='a.png' class='avatar avatar-80 photo' /></span><span class="bbp-author-name">{p.name}</span></a><div class="bbp-author-role">Participante</div></div><div class="bbp-{kind}-content">{q}{p.html}{log}<div class="bbp-signature"><hr />Del campo vengo</div></div></div>"""

    recent = "".join(
        f'<li><a class="bbp-forum-title" href="/foros/tema/{n}/">{t}</a> por <span class="topic-author"><a href="/foros/usuario/{w}/" class="bbp-author-link"><span class="bbp-author-name">{w}</span></a></span><div>hace {n} semanas</div></li>'
        for n, t, w in ((2, "Tomates que no maduran", "Paco"), (3, "Riego por goteo", "Nuria"))
    )
    return f"""<html lang="es"><head><title>Planta de empaque | La huerta</title></head><body class="topic bbpress single single-topic"><div id="page"><header id="masthead"><p class="site-title"><a href="/">La huerta</a></p><nav><ul><li><a href="/">Inicio</a></li><li><a href="/foros/">Foros</a></li></ul></nav></header><div id="content"><article id="post-90210" class="post-90210 topic type-topic status-publish hentry"><header class="entry-header"><h1 class="entry-title">Planta de empaque</h1></header><div class="entry-content"><div id="bbpress-forums" class="bbpress-wrapper"><div class="bbp-breadcrumb"><p><a href="/" class="bbp-breadcrumb-home">Inicio</a> › <a href="/foros/">Foros</a> › <span class="bbp-breadcrumb-current">Planta de empaque</span></p></div><div class="bbp-template-notice info"><ul><li class="bbp-topic-description">Este debate tiene {len(talk) - 1} respuestas, 4 mensajes y ha sido actualizado por última vez el hace 5 años por <a href="/foros/usuario/x/" class="bbp-author-link"><span class="bbp-author-name">{talk[-1].name}</span></a>.</li></ul></div><div class="bbp-pagination"><div class="bbp-pagination-count">Viendo {len(talk)} entradas - de la 1 a la {len(talk)} (de un total de {len(talk)})</div></div><ul id="topic-90210-replies" class="forums bbp-replies"><li class="bbp-header"><div class="bbp-reply-author">Autor</div><div class="bbp-reply-content">Entradas</div></li><li class="bbp-body">{each(one, talk)}</li><li class="bbp-footer"><div class="bbp-reply-author">Autor</div><div class="bbp-reply-content">Entradas</div></li></ul><div class="bbp-no-reply"><div class="bbp-template-notice"><ul><li>Debes estar registrado para responder a este debate.</li></ul></div></div></div></div></article></div><aside id="secondary"><section class="widget widget_display_topics"><h2>Debates recientes</h2><ul class="bbp-topics-widget">{recent}</ul></section></aside></div></body></html>"""


@layout("it", "https://www.velieventi.example/forum/lavoro/imballaggio-vicino-al-fiume/")
def simplepress_italian(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<blockquote class="spPostEmbedQuote"><p><strong>{p.quoted_name} ha detto</strong> <br />{p.quoted}</p></blockquote>'
            if p.quoted
            else ""
        )
        edit = f'<div class="spPostEditHistory">Modificato 5 anni fa da {p.name}</div>' if p.edited else ""
        return f"""<div id="post{p.number}" class="spTopicPostSection {"spOdd" if p.place % 2 else "spEven"} {"spFirstPost" if p.place == 1 else ""}"><a id="p{p.number}"></a><div class="spUserSection spLeft"><div class="spPostUserAvatar spCenter"><img src="a.png" class="spAvatar" alt="" /></div><div class="spPostUserName spCenter"><a class="spLink" href="/forum/profile/{p.number % 7}/" title="Vedi il profilo">{p.name}</a></div><div class="spPostUserLocation spCenter">Riva</div><div class="spPostUserMemberships spCenter">Soci</div><div class="spPostUserPosts spCenter">Messaggi nel forum: 214</div><div class="spPostUserRegistered spCenter"><b>Membro dal:</b><br />12 Gennaio 2011</div><div class="spPostUserStatus spCenter"><span class="spPostUserStatus">Offline</span></div></div><div class="spPostSection spRight"><div class="spPostActionSection spLeft"><div class="spPostIndex spLabelBordered spPostIndexNumber">{p.place}</div><div class="spPostUserDate"><span class="spPostUserDateDate">{p.at.day} {month("it", p.at).capitalize()} {p.at:%Y}</span><br /><span>{p.at:%H:%M}</span></div></div><div class="spPostContentSection"><div class="spPostContentHolder"><div class="spPostContent" id="content{p.number}">{q}{p.html}</div>{edit}<div class="spPostUserSignature spLeft"><p>Vento in poppa</p></div></div></div></div></div>"""

    return f"""<html lang="it-IT"><head><title>Imballaggio vicino al fiume | Lavoro | Forum</title></head><body class="page"><div id="spMainContainer"><div class="spPlainSection spBreadCrumbs"><a class="spLink spBreadCrumbs" href="/forum/">Forum</a> &gt; <a href="/forum/lavoro/">Lavoro</a></div><div class="spHeadContainer"><div class="spTopicViewHeader"><div class="spHeaderName">Imballaggio vicino al fiume</div></div></div><div class="spListSection spTopicViewSection" id="spTopicView"><div class="spTopicPostContainer">{each(one, talk)}</div></div><div class="spPlainSection"><div class="spForumTimeZone"><span>Fuso orario del forum: Europe/Rome</span></div></div><div class="spStatsHolder"><p>Più utenti online di sempre: 112 il 12 Gennaio 2018</p><div>Attualmente online: 3 ospiti</div><div>Nuovi iscritti: <a href="/forum/profile/99/">Bruno</a>, <a href="/forum/profile/98/">Pia</a></div></div></div></body></html>"""


@layout("pt", "https://comentarios.example/embed/comments/?base=default&f=vizinhos&t_i=90211")
def embedded_portuguese(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        parent = (
            f'<span><a href="#comment-1" class="parent-link" data-role="parent-link"><i class="icon-forward" title="em resposta a"></i> {p.quoted_name}</a></span>'
            if p.quoted
            else ""
        )
        return f"""<li class="post" id="post-{p.number}"><div role="alert"></div><div data-role="post-content" class="post-content"><div class="indicator"></div><div class="avatar hovercard"><a href="https://comentarios.example/by/u{p.number % 7}/" class="user" data-action="profile" data-username="u{p.number % 7}"><img data-role="user-avatar" class="user" src="a.png" alt="Avatar" /></a></div><div class="post-body"><header class="comment__header"><span class="post-byline"><span class="author publisher-anchor-color"><a href="https://comentarios.example/by/u{p.number % 7}/" data-action="profile" data-username="u{p.number % 7}" target="_blank" rel="noopener noreferrer">{p.name}</a></span>{parent}</span><span class="post-meta"><span class="bullet time-ago-bullet" aria-hidden="true">•</span><a href="#comment-{p.number}" data-role="relative-time" class="time-ago" title="{("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo")[p.at.weekday()]}, {p.at.day} de {month("pt", p.at)} de {p.at:%Y %H:%M}">há 5 anos</a>{" • editado" if p.edited else ""}</span></header><div class="post-body-inner"><div class="post-message-container" data-role="message-container"><div class="publisher-anchor-color" data-role="message-content"><div class="post-message" data-role="message" dir="auto">{p.html}</div></div></div></div><footer class="comment__footer"><menu class="comment__footer__menu"><li class="voting" data-role="voting"><a href="#" class="vote-up count-{p.place % 3}"><span class="updatable count">{p.place % 3}</span></a></li><li class="reply"><a href="#" data-action="reply">Responder</a></li><li class="realtime"><a class="share" href="#">Compartilhar ›</a></li></menu></footer></div></div><ul data-role="children" class="children"></ul></li>"""

    return f"""<html lang="pt-br"><head><title>Comentários</title></head><body><div id="layout"><nav class="nav nav-primary"><ul><li class="nav-tab nav-tab--primary"><span class="comment-count">{len(talk)} comentários</span></li><li><a href="#">Vizinhos</a></li><li><a href="#">Entrar</a></li></ul></nav><div id="main-nav"><ul><li>Recomendar <span class="label label-count">12</span></li><li>Ordenar por mais antigos</li></ul></div><section id="conversation" data-role="main"><div id="form"><form class="reply"><div class="postbox"><textarea placeholder="Participe da discussão..."></textarea></div></form></div><div id="posts"><div id="no-posts" style="display:none">Seja o primeiro a comentar.</div><ul id="post-list" class="post-list">{each(one, talk)}</ul><div class="load-more" style="display: none"><a href="#">Mostrar mais comentários</a></div></div></section><div id="recommendations"><h2>Também em Vizinhos</h2><ul><li><a href="/x1"><div class="thread-title">A feira muda de lugar</div><ul class="thread-meta"><li>há 5 anos</li><li>12 comentários</li></ul></a></li><li><a href="/x2"><div class="thread-title">Perdeu-se um gato</div><ul class="thread-meta"><li>há 4 anos</li><li>3 comentários</li></ul></a></li></ul></div></div></body></html>"""


@layout("en", "https://news.rock.example/work/article-flat.php?id=90211&group=uk.jobs.misc")
def usenet_english(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'On Mon, 04 Mar 2019 18:05:00 +0000, {p.quoted_name} wrote:<br>\n<span class="quote1">&gt; {p.quoted}</span><br>\n<br>\n'
            if p.quoted
            else ""
        )
        said = p.text.replace("\n", "<br>\n")
        return f"""<a name="{p.number}"></a><table cellspacing="0" width="100%" class="np_thread_head"><tr><td class="np_thread_head">{"Re: " if p.place > 1 else ""}Packing place</td></tr></table><div class="np_article_header">Subject: <b>{"Re: " if p.place > 1 else ""}Packing place</b><br>From: <a href="search.php?author={p.name}"><i>{p.name}</i></a><br>Newsgroups: <a href="thread.php?group=uk.jobs.misc">uk.jobs.misc</a>, <a href="thread.php?group=alt.rooms">alt.rooms</a><br>{'Followup: <a href="thread.php">alt.rooms</a><br>' if p.place == 1 else ""}Organization: <i>Rock Garden</i><br>Date: <b>{p.at:%a, %d %b %Y %H:%M} UTC</b><br>{f'References: <a href="#{talk[0].number}">1</a><br>' if p.place > 1 else ""}</div><div class="np_article_body"><div class="np_article_body_text">{q}{said}<br>\n<br>\n-- <br>\nKeep off the grass.<br></div></div><div class="np_buttons"><a href="post.php?type=reply&amp;id={p.number}" class="np_button_link">reply to this article</a></div>"""

    return f"""<html><head><title>uk.jobs.misc - Packing place</title></head><body><div class="np_header_bar"><a href="/">Rock Garden</a> | <a href="/faq.php">faq</a> | <a href="/overboard.php">latest</a></div><table class="np_buttonbar"><tr><td><a class="np_button_link" href="thread.php?group=uk.jobs.misc">uk.jobs.misc</a></td></tr></table><h1 class="np_thread_headline"><a href="index.php">work</a> / uk.jobs.misc / Packing place</h1><table class="np_index"><tr><th>Subject</th><th>Author</th></tr>{"".join(f'<tr class="np_thread_line"><td><a href="#{p.number}">{"+- " if p.place > 1 else ""}Packing place</a></td><td>{p.name}</td></tr>' for p in talk)}</table>{each(one, talk)}<p class="np_footer">server_pubkey.txt · version 0.9</p></body></html>"""
