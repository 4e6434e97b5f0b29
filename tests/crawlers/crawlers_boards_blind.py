# ruff: noqa: E501 -- markup keeps the lines of the software that writes it
"""Boards written down before the finder was tried on them: questions with answers, trees, imageboards, archives of mail."""

from __future__ import annotations

from datetime import timedelta

from crawlers_boards_tables import each, layout
from crawlers_talks import Post, month, posts


@layout("en", "https://answers.vendor.example/t5/Work/Packing-place/td-p/771212")
def khoros(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<BLOCKQUOTE><HR /><a href="/t5/user/viewprofilepage/user-id/3">@{p.quoted_name}</a>&nbsp;wrote:<BR /><P>{p.quoted}</P><HR /></BLOCKQUOTE>'
            if p.quoted
            else ""
        )
        return f'''<div id="messageview_{p.place}" class="lia-panel-message message-uid-{p.number}"><div class="lia-message-view-wrapper lia-js-data-messageUid-{p.number} lia-component-forums-widget-message-view-two"><span id="U{p.number}"></span><div class="MessageView lia-message-view-forum-message lia-message-view-display lia-row-standard-unread"><div class="lia-quilt lia-quilt-forum-message"><div class="lia-quilt-row lia-quilt-row-message-header"><div class="lia-quilt-column-alley"><div class="lia-message-author-avatar lia-component-author-avatar"><a class="UserAvatar lia-link-navigation" href="/t5/user/viewprofilepage/user-id/{p.number % 7}"><img alt="{p.name}" /></a></div>
<div class="lia-message-author-with-avatar"><span class="UserName lia-user-name lia-user-rank-Contributor lia-component-message-view-widget-author-username"><a class="lia-link-navigation lia-page-link lia-user-name-link" href="/t5/user/viewprofilepage/user-id/{p.number % 7}"><span class="">{p.name}</span></a></span></div><div class="lia-message-author-rank lia-component-author-rank">Contributor</div><p class="lia-message-dates lia-message-post-date lia-component-post-date-last-edited"><span class="DateTime lia-message-posted-on lia-component-common-widget-date"><span class="local-date">&#8206;{p.at:%m-%d-%Y}</span> <span class="local-time">{p.at:%I:%M %p}</span></span></p></div></div>
<div class="lia-quilt-row lia-quilt-row-message-main"><div class="lia-message-body lia-component-message-view-widget-body lia-component-body-signature-highlight-escalation"><div class="lia-message-body-content">{q}{p.html.replace("<p>", "<P>").replace("</p>", "</P>")}</div></div></div><div class="lia-quilt-row-message-controls"><div class="lia-button-group"><a class="lia-button" href="#">Reply</a></div><div class="KudosButton"><span class="MessageKudosCount">2</span> Kudos</div></div></div></div></div></div>'''

    return f"""<html lang="en"><head><title>Packing place - Vendor Community</title></head><body class="lia-user-status-anonymous ForumTopicPage lia-body"><div class="lia-page"><div class="lia-breadcrumb"><a href="/">Community</a></div><h1 class="lia-message-subject">Packing place</h1><div class="linear-message-list message-list">{each(one, talk)}</div><div class="lia-panel lia-component-similar"><h3>Similar topics</h3><ul>{"".join(f'<li><a href="/t5/x/td-p/{n}">Rooms {n}</a> by <a href="/t5/user/viewprofilepage/user-id/{n}">joe{n}</a> on 0{n}-02-2018</li>' for n in range(1, 5))}</ul></div></div></body></html>"""


@layout("en", "https://lemmy.example/post/771212")
def lemmy(talk: list[Post]) -> str:
    def nest(rest: list[Post]) -> str:
        p = rest[0]
        inner = (
            f'<div class="details comment-left ms-1"><ul class="comments">{nest(rest[1:])}</ul></div>'
            if rest[1:]
            else ""
        )
        return f'''<li class="comment list-unstyled"><article id="comment-{p.number}" class="details comment-node py-2"><div class="ms-2"><div class="d-flex flex-wrap align-items-center text-muted small"><button class="btn btn-sm">-</button><span><a class="person-listing d-inline-flex align-items-baseline text-info" title="{p.name}" href="/u/{p.name}"><span>{p.name}</span></a></span><span class="mx-2">{p.place + 3}</span><span class="moment-time pointer unselectable" data-tippy-content="{p.at:%A, %B %d}{"th"}, {p.at:%Y} at {p.at:%I:%M:%S %p} GMT">7 years ago</span></div><div class="comment-content"><div class="md-div">{p.html}</div></div><div class="d-flex justify-content-between text-muted"><button>reply</button></div></div></article>{inner}</li>'''

    first, rest = talk[0], talk[1:]
    trees = "".join(nest(rest[i : i + 2]) for i in range(0, len(rest), 2))
    return f'''<html lang="en"><head><title>Packing place - Lemmy</title></head><body><div id="app"><nav class="navbar"><a href="/communities">Communities</a></nav><main class="container-lg"><div class="row"><div class="col-12 col-md-8"><div class="post-listing mt-2"><h1 class="h4"><a href="/post/771212">Packing place</a></h1><div class="small mb-1"><a class="person-listing text-info" title="{first.name}" href="/u/{first.name}"><span>{first.name}</span></a> to <a class="community-link" href="/c/work">work</a> · <span class="moment-time" data-tippy-content="{first.at:%A, %B %d}th, {first.at:%Y} at {first.at:%I:%M:%S %p} GMT">7 years ago</span></div></div><article id="postContent" class="col-12"><div class="md-div">{first.html}</div></article><ul class="comments">{trees}</ul></div></div></main></div></body></html>'''


@layout("en", "https://www.reddit.example/r/work/comments/ax12/packing_place/")
def shreddit(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        return f'''<shreddit-comment author="{p.name}" thingid="t1_{p.number}" depth="0" permalink="/r/work/comments/ax12/comment/{p.number}/" score="3" created="{p.at.isoformat()}"><div slot="commentAvatar"><a href="/user/{p.name}/"></a></div><div slot="commentMeta" class="flex"><div class="flex items-center"><a class="truncate font-bold" href="/user/{p.name}/">{p.name}</a><span class="inline-block">•</span><a rel="nofollow" href="/r/work/comments/ax12/comment/{p.number}/"><faceplate-timeago ts="{p.at.isoformat()}"><time datetime="{p.at.isoformat()}" title="{p.at:%A, %B %d, %Y at %I:%M:%S %p UTC}">7y ago</time></faceplate-timeago></a></div></div><div id="t1_{p.number}-comment-rtjson-content" class="md text-14" slot="comment"><div id="-post-rtjson-content" class="py-0">{p.html}</div></div><shreddit-comment-action-row slot="actionRow">Reply Share</shreddit-comment-action-row></shreddit-comment>'''

    first = talk[0]
    return f'''<html lang="en-US"><head><title>Packing place : r/work</title></head><body><shreddit-app><main><shreddit-post author="{first.name}" created-timestamp="{first.at.isoformat()}" post-title="Packing place"><div slot="credit-bar"><a href="/r/work/">r/work</a> <faceplate-timeago ts="{first.at.isoformat()}"><time datetime="{first.at.isoformat()}">7y ago</time></faceplate-timeago> <a class="author-name" href="/user/{first.name}/">{first.name}</a></div><h1 slot="title">Packing place</h1><div slot="text-body"><div class="md" id="t3_ax12-post-rtjson-content">{first.html}</div></div></shreddit-post><shreddit-comment-tree>{each(one, talk[1:])}</shreddit-comment-tree></main></shreddit-app></body></html>'''


@layout("es", "https://preguntas.example/771/planta-de-empaque")
def question2answer(talk: list[Post]) -> str:
    first = talk[0]

    def meta(p: Post, kind: str) -> str:
        return f'<span class="qa-{kind}-meta"><a href="/771/x#a{p.number}" class="qa-{kind}-what">{"preguntado" if kind == "q-view" else "respondido"}</a> <span class="qa-{kind}-when"><span class="qa-{kind}-when-pad">en</span> <span class="qa-{kind}-when-data"><time datetime="{p.at.isoformat()}" title="{p.at.isoformat()}">{p.at.day} {month("es", p.at)[:3].capitalize()}, {p.at.year}</time></span></span> <span class="qa-{kind}-who"><span class="qa-{kind}-who-pad">por</span> <span class="qa-{kind}-who-data"><a href="/user/{p.name}" class="qa-user-link">{p.name}</a></span> <span class="qa-{kind}-who-points">(<span>1,204</span> puntos)</span></span></span>'

    def ans(p: Post, comments: list[Post]) -> str:
        c = "".join(
            f'<div class="qa-c-list-item" id="c{x.number}"><div class="qa-c-item-content qa-post-content">{x.html}</div><div class="qa-c-item-footer">{meta(x, "c-item")}</div></div>'
            for x in comments
        )
        return f'<div class="qa-a-list-item" id="a{p.number}"><form method="post"><div class="qa-voting"><span class="qa-netvote-count">+1 voto</span></div></form><div class="qa-a-item-main"><div class="qa-a-item-content qa-post-content">{p.html}</div>{meta(p, "a-item")}<div class="qa-a-item-c-list">{c}</div></div></div>'

    rest, i = talk[1:], 0
    out: list[str] = []
    while i < len(rest):
        n = 1 if i == 0 else 0
        out.append(ans(rest[i], rest[i + 1 : i + 1 + n]))
        i += 1 + n
    return f"""<html lang="es"><head><title>Planta de empaque - Preguntas</title></head><body class="qa-template-question qa-body-js-off"><div class="qa-body-wrapper"><div class="qa-header"><ul class="qa-nav-main-list"><li><a href="/">Preguntas</a></li></ul></div><div class="qa-sidepanel"><div class="qa-sidebar">Bienvenido a Preguntas, donde puedes preguntar y recibir respuestas de otros miembros de la comunidad.</div></div><div class="qa-main"><h1><a href="/771/x"><span class="entry-title">Planta de empaque</span></a></h1><div class="qa-part-q-view"><div class="qa-q-view" id="q771"><div class="qa-q-view-stats"><span>0 votos</span></div><div class="qa-q-view-main"><div class="qa-q-view-content qa-post-content">{first.html}</div>{meta(first, "q-view")}</div></div></div><div class="qa-part-a-list" id="a_list"><h2>{len(out)} respuestas</h2>{"".join(out)}</div><div class="qa-part-q-list"><h2>Preguntas relacionadas</h2>{"".join(f'<div class="qa-q-list-item"><span>{n} respuestas</span><div class="qa-q-item-title"><a href="/{n}/x">Cuartos {n}</a></div><span class="qa-q-item-meta">preguntado <time datetime="2018-0{n}-02T10:00:00+00:00">2 feb 2018</time> por <a class="qa-user-link" href="/user/j{n}">j{n}</a></span></div>' for n in range(1, 5))}</div></div></div></body></html>"""


@layout("en", "https://ask.example/questions/771212/packing-place")
def stackexchange(talk: list[Post]) -> str:
    first = talk[0]

    def card(p: Post, what: str, edited: bool = False) -> str:
        e = (
            f'<td class="post-signature"><div class="user-info"><div class="user-action-time"><a href="/posts/{p.number}/revisions">edited <span title="{p.at + timedelta(days=2):%Y-%m-%d %H:%M:%SZ}" class="relativetime">Mar {p.at.day + 2}, 2019 at 10:02</span></a></div></div></td>'
            if edited
            else ""
        )
        return f'<table class="fw"><tr>{e}<td class="post-signature owner"><div class="user-info"><div class="user-action-time">{what} <span title="{p.at:%Y-%m-%d %H:%M:%SZ}" class="relativetime">{p.at:%b} {p.at.day}, {p.at.year} at {p.at:%H:%M}</span></div><div class="user-gravatar32"></div><div class="user-details"><a href="/users/{p.number % 7}/x">{p.name}</a><div class="-flair"><span class="reputation-score" title="reputation score ">1,204</span><span title="3 silver badges">3</span></div></div></div></td></tr></table>'

    def comment(p: Post) -> str:
        return f'<li id="comment-{p.number}" class="comment js-comment " data-comment-id="{p.number}"><div class="js-comment-actions comment-actions"></div><div class="comment-text js-comment-text-and-form"><div class="comment-body js-comment-edit-hide"><span class="comment-copy">{p.text}</span> &ndash;&nbsp;<a href="/users/{p.number % 7}/x" class="comment-user">{p.name}</a> <span class="comment-date" dir="ltr"><a class="comment-link" href="#comment{p.number}"><span title="{p.at:%Y-%m-%d %H:%M:%SZ}, License: CC BY-SA 4.0" class="relativetime-clean">{p.at:%b} {p.at.day}, {p.at.year} at {p.at:%H:%M}</span></a></span></div></div></li>'

    def ans(p: Post, comments: list[Post]) -> str:
        return f'<div id="answer-{p.number}" class="answer js-answer" data-answerid="{p.number}" itemprop="suggestedAnswer" itemscope itemtype="https://schema.org/Answer"><div class="post-layout"><div class="votecell"><div class="js-vote-count" itemprop="upvoteCount">3</div></div><div class="answercell post-layout--right"><div class="s-prose js-post-body" itemprop="text">{p.html}</div><div class="mt24">{card(p, "answered", p.edited)}</div></div><div class="post-layout--right"><div class="comments js-comments-container"><ul class="comments-list">{"".join(map(comment, comments))}</ul></div></div></div></div>'

    rest, i = talk[1:], 0
    out: list[str] = []
    while i < len(rest):
        n = 1 if i == 0 else 0
        out.append(ans(rest[i], rest[i + 1 : i + 1 + n]))
        i += 1 + n
    return f'''<html lang="en"><head><title>Packing place - Ask</title></head><body class="question-page"><header><form><input placeholder="Search"></form></header><div id="content"><div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question"><div id="question-header"><h1 itemprop="name"><a href="/questions/771212">Packing place</a></h1></div><div class="d-flex"><div>Asked <time itemprop="dateCreated" datetime="{first.at:%Y-%m-%dT%H:%M:%S}">7 years ago</time></div><div>Viewed 812 times</div></div><div id="mainbar"><div class="question js-question" data-questionid="771212" id="question"><div class="post-layout"><div class="votecell"><div class="js-vote-count">5</div></div><div class="postcell post-layout--right"><div class="s-prose js-post-body" itemprop="text">{first.html}</div><div class="post-taglist"><a href="/t/w">work</a></div><div class="mb0">{card(first, "asked")}</div></div></div></div><div id="answers"><h2>{len(out)} Answers</h2>{"".join(out)}</div></div></div><div id="sidebar"><h4>Related</h4>{"".join(f'<div class="spacer"><a href="/q/{n}"><div class="answer-votes">{n}</div></a><a href="/questions/{n}/r">Rooms in the hills {n}</a></div>' for n in range(1, 6))}</div></div></body></html>'''


@layout("ja", "https://hira2.example/test/read.cgi/work/1551722700/")
def ni_channel(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        wd = "月火水木金土日"[p.at.weekday()]
        anchor = '<a href="../test/read.cgi/work/1551722700/1" target="_blank">&gt;&gt;1</a><br>' if p.quoted else ""
        return f"<dt>{p.place} ：<font color=green><b>{p.name}</b></font>：{p.at:%Y/%m/%d}({wd}) {p.at:%H:%M:%S}.22 ID:aB{p.number}<dd> {anchor}{p.text.replace(chr(10) + chr(10), ' <br>  <br> ')} <br><br>"

    return f"""<html lang="ja"><head><meta charset="utf-8"><title>川沿いの梱包工場</title></head><body bgcolor=#efefef><div style="margin-top:1em;"><a href="/work/">■掲示板に戻る■</a> <a href="./">全部</a> <a href="./l50">最新50</a></div><hr style="background-color:#888"><h1 style="color:red">川沿いの梱包工場</h1><dl class="thread" style="word-break:break-all;">{each(one, talk)}</dl><font color=red face="Arial"><b>12 KB</b></font><hr><a href="x">新着レスの表示</a><form method=POST>名前：<input name=FROM> E-mail：<input name=mail><textarea></textarea></form></body></html>"""


@layout("en", "https://chan.example/jobs/res/90211.html")
def vichan(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        op = p.place == 1
        q = (
            f'<a onclick="highlightReply(1)" href="/jobs/res/90211.html#90211">&gt;&gt;90211</a><br/><span class="quote">&gt;{p.quoted}</span><br/>'
            if p.quoted
            else ""
        )
        return f'''<div class="post {"op" if op else "reply"}" id="{"op" if op else "reply"}_{p.number}"><p class="intro"><input type="checkbox" class="delete"/><label>{'<span class="subject">Packing place</span> ' if op else ""}<span class="name">{p.name}</span> <time datetime="{p.at:%Y-%m-%dT%H:%M:%SZ}">{p.at:%m/%d/%y (%a) %H:%M:%S}</time></label>&nbsp;<a class="post_no" href="#{p.number}">No.</a><a class="post_no" href="#q{p.number}">{p.number}</a></p><div class="body">{q}{p.breaks}</div></div>{"" if op else "<br/>"}'''

    return f"""<html><head><title>/jobs/ - Packing place</title></head><body class="8chan vichan is-not-moderator active-thread"><div class="boardlist">[ <a href="/">home</a> / <a href="/b/">b</a> ]</div><header><h1>/jobs/ - Work</h1></header><form name="post"><table><tr><th>Name</th><td><input name="name"></td></tr></table></form><hr/><form name="postcontrols"><div class="thread" id="thread_90211">{each(one, talk)}</div><hr/></form><footer><p class="unimportant">All posts on this site are the responsibility of the individual poster.</p></footer></body></html>"""


@layout("it", "https://www.trattoria.example/guestbook.html")
def guestbook(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        return f'<b>Nome:</b> {p.name}<br>\n<b>Città:</b> Ferrara<br>\n<b>Data:</b> {p.at.day} {month("it", p.at)} {p.at.year}, {p.at:%H:%M}<br>\n<p>{p.text.replace(chr(10) + chr(10), "<br><br>")}</p>\n<hr width="80%">\n'

    return f'<html><head><title>Il nostro libro degli ospiti</title></head><body bgcolor="#ffffcc"><center><h1>Libro degli ospiti</h1><a href="sign.html">Firma anche tu!</a></center><hr>{each(one, talk)}<center><font size=1>Sei il visitatore 1204</font></center></body></html>'


@layout("en", "https://lists.uni.example/pipermail/work/2019-March/000771.html")
def pipermail_one(talk: list[Post]) -> str:
    p = talk[0]
    return f"""<HTML><HEAD><TITLE> [Work] Packing place</TITLE></HEAD><BODY BGCOLOR="#ffffff"><H1>[Work] Packing place</H1><B>{p.name}</B> <A HREF="mailto:work%40lists.uni.example?Subject=x" TITLE="[Work] Packing place">{p.name.lower().replace(" ", "")} at uni.example </A><BR><I>{p.at:%a %b %d %H:%M:%S} CET {p.at.year}</I><P><UL><LI>Previous message: <A HREF="000770.html">[Work] Buses </A></li><LI>Next message: <A HREF="000772.html">[Work] Rooms </A></li><LI> <B>Messages sorted by:</B> <a href="date.html">[ date ]</a><a href="thread.html">[ thread ]</a></LI></UL><HR><!--beginarticle--><PRE>{p.text}
</PRE><!--endarticle--><HR><P><UL><LI>Previous message: <A HREF="000770.html">[Work] Buses </A></li></UL><hr><a href="http://lists.uni.example/">More information about the Work mailing list</a><br></BODY></HTML>"""


@layout("en", "https://archive.mail.example/thread/packing-place.html")
def mail_thread(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = f"On Mon, Mar 4, 2019 at 6:05 PM {p.quoted_name} wrote:\n&gt; {p.quoted}\n\n" if p.quoted else ""
        return f'''<a name="{p.number}"></a><pre><b>From:</b> {p.name} &lt;{p.name.lower().replace(" ", "")}@...&gt;
<b>Date:</b> {p.at:%a, %d %b %Y %H:%M:%S} +0000
<b>Subject:</b> Re: [work] Packing place

{q}{p.text}
</pre><hr>'''

    return f'<html><head><title>Packing place</title></head><body><h2>Packing place</h2><p><a href="index.html">Thread index</a> | <a href="prev.html">Previous thread</a></p><hr>{each(one, talk)}<p><small>Archive made by a script</small></p></body></html>'


@layout("en", "https://lists.tool.example/archives/list/work@tool.example/thread/AB12/")
def hyperkitty(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        first = p.place == 1
        q = (
            f'<div class="quoted-switch"><a href="#">...</a></div><div class="quoted-text">On 3/4/19 6:05 PM, {p.quoted_name} wrote:<br>&gt; {p.quoted}</div>'
            if p.quoted
            else ""
        )
        body = f"""<div class="email-body ">{p.html}{q}</div><div class="email-info"><form></form></div>"""
        if first:
            return f'''<section id="thread-content"><div class="email email-first"><div class="email-header" id="{p.number}"><div class="gravatar-wrapper d-flex"><a href="/archives/users/3/"></a><div class="email-author"><h2 class="name"><a href="/archives/users/3/" title="See the profile for {p.name}">{p.name}</a></h2></div></div><div class="time"><div class="date-abs"><span title="Sender's time: {p.at:%B %d, %Y, %I:%M p.m.}">{p.at.day} {p.at:%b} {p.at:%Y}</span></div><div class="time">{p.at:%I:%M} p.m.</div></div></div>{body}</div></section>'''
        return f'''<div class="{"even" if p.place % 2 else "odd"}"><a name="x{p.number}"></a><div class="email"><div class="email-header"><div class="d-flex"><div class="email-author"><h2 class="name"><a href="/archives/users/{p.number % 7}/" title="See the profile for {p.name}">{p.name}</a></h2></div></div><div class="email-date right"><div class="time"><span title="Sender's time: {p.at:%B %d, %Y, %I:%M p.m.}">{p.at.day} {p.at:%b}</span></div><div class="time"><span>{p.at:%I:%M} p.m.</span></div></div></div>{body}</div></div>'''

    return f"""<html><head><title>Packing place - Work</title></head><body><nav class="navbar"><a href="/archives/">HyperKitty</a></nav><div class="container"><div id="thread-overview-info"><p>participants (4)</p><ul class="list-unstyled"><li>Lena</li><li>mira_k</li><li>Old Tom</li></ul></div><h3 class="thread-title">Packing place</h3><div class="row">{one(talk[0])}<div class="replies">{each(one, talk[1:])}</div></div></div></body></html>"""


@layout("en", "https://www.oldpage.example/wwwboard/messages/771.html")
def wwwboard_one(talk: list[Post]) -> str:
    p = talk[0]
    ups = "".join(
        f'<li><a href="{q.number}.html">Re: Packing place</a> <b>{q.name}</b> <i>{q.at:%H:%M:%S} {q.at.month}/{q.at:%d/%y}</i> (0)\n'
        for q in posts("en", 4)[1:]
    )
    return f"""<html><head><title>Packing place</title></head><body><center><h1>Packing place</h1></center><hr size=7 width=75%><center>[ <a href="#followups">Follow Ups</a> ] [ <a href="#postfp">Post Followup</a> ] [ <a href="../">WWWBoard</a> ]</center><hr size=7 width=75%><p>Posted by <a href="mailto:x@y.example">{p.name}</a> on {p.at:%B %d, %Y at %H:%M:%S}:<p>{p.text}<p><br><hr size=7 width=75%><p><a name="followups">Follow Ups:</a><br><ul>{ups}</ul><hr><a name="postfp">Post a Followup</a><form><table><tr><td>Name:</td><td><input></td></tr></table></form></body></html>"""


@layout("en", "https://northend.proboards.example/thread/771/packing-place")
def proboards(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        return f'''<tr id="post-{p.number}" class="item post even"><td colspan="1" class="content"><table><tr><td class="left-panel"><div class="mini-profile"><a class="user-link user-3 group-0" href="/user/{p.number % 7}" title="@{p.name}">{p.name}</a><br /><span>Full Member</span><div class="info"><span class="month-stars">*</span><br />Posts: 214</div></div></td><td class="right-panel"><div class="info"><div class="options_container"><a class="button" href="/post/new?quote={p.number}">Quote</a></div><h1><a href="/post/{p.number}/thread">Packing place</a></h1><span class="date"><abbr class="o-timestamp time" data-timestamp="{int(p.at.timestamp() * 1000)}" title="{p.at:%b %d, %Y %I:%M:%S %p}">{p.at:%b %d, %Y %I:%M:%S %p}</abbr></span> via mobile</div><article><div class="message">{p.breaks}</div></article></td></tr><tr><td class="foot" colspan="2"><div class="signature"><hr>Be kind, always, and tip the cook.</div></td></tr></table></td></tr>'''

    return f"""<html><head><title>Packing place | Northend</title></head><body><div id="navigation-menu"><ul><li><a href="/">Home</a></li><li><a href="/members">Members</a></li></ul></div><div id="content"><div class="container show-thread"><div class="title-bar"><h1>Packing place</h1></div><div class="content cap-bottom"><table class="list"><thead></thead><tbody>{each(one, talk)}</tbody></table></div></div><div class="container recent-threads"><div class="title_wrapper">Recent Threads</div><table>{"".join(f'<tr class="item thread"><td><a href="/thread/{n}">Rooms {n}</a> by <a class="user-link" href="/user/{n}">joe{n}</a></td><td><abbr data-timestamp="151{n}000000000" title="Jan {n}, 2018 1:00:00 PM">Jan {n}, 2018 1:00 PM</abbr></td></tr>' for n in range(1, 6))}</table></div></div></body></html>"""
