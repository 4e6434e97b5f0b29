# ruff: noqa: E501 -- markup keeps the lines of the software that writes it
"""Boards written down before the finder was tried on them: more languages, days split between elements, lists beside posts."""

from __future__ import annotations

from crawlers_boards_tables import each, layout
from crawlers_talks import Post, month, posts


@layout("en", "https://s9.zeta.example/topic/771/1/")
def zetaboards(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = f"<blockquote><dl><dt>{p.quoted_name}</dt><dd>{p.quoted}</dd></dl></blockquote>" if p.quoted else ""
        return f"""<tr id="post-{p.number}"><td class="c_username"><a name="post{p.number}"></a><img src="off.png" alt="Member Avatar" /> <a class="member" href="https://s9.zeta.example/profile/{p.number % 7}/">{p.name}</a></td><td class="c_postinfo"><span class="left"><img src="p.png" />{p.at:%b} {p.at.day} {p.at.year}, {p.at:%I:%M %p}</span><span class="right"><a href="#">Post #{p.place}</a></span></td></tr>
<tr><td class="c_user" rowspan="1"><div class="usertitle">Old hand</div><dl class="user_info"><dt>Group:</dt><dd>Members</dd><dt>Posts:</dt><dd>214</dd><dt>Joined:</dt><dd>Jan 6, 2009</dd></dl></td><td class="c_post">{q}{p.breaks}<div class="editby">Edited by {p.name}, Mar {p.at.day + 2} 2019, 10:02 AM.</div></td></tr>
<tr class="c_view"><td></td><td class="c_sig"><div class="sig">Be kind, always, and tip the cook.</div></td></tr><tr class="c_postfoot"><td class="c_footicons"><a href="#">Offline</a></td><td class="c_foot"><span class="right"><a href="#">Quote</a></span></td></tr>"""

    return f"""<html lang="en"><head><title>Packing place</title></head><body><ul id="top_info"><li>Welcome <strong>Guest</strong></li></ul><table id="nav"><tr><td><a href="/">Zeta</a></td></tr></table><table class="topic" id="topic_viewer"><thead><tr><th colspan="2">Packing place</th></tr></thead><tbody>{each(one, talk)}</tbody></table></body></html>"""


@layout("en", "https://www.village.example/node/771")
def drupal_forum(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        return f"""<a id="comment-{p.number}"></a><div id="post-{p.number}" class="forum-post clearfix even"><div class="forum-post-info clearfix"><span class="forum-posted-on">{p.at:%a, %m/%d/%Y - %H:%M}</span><span class="forum-post-number"><a href="/comment/{p.number}">#{p.place}</a></span></div><div class="forum-post-wrapper"><div class="forum-post-panel-sub"><div class="author-pane"><div class="author-pane-inner"><div class="author-pane-section author-pane-general"><div class="author-pane-line author-name"><a href="/user/{p.number % 7}" class="username">{p.name}</a></div><div class="author-pane-line author-offline"> Offline</div><div class="author-pane-line author-joined"><span class="author-pane-label">Joined:</span> 01/06/2009</div></div></div></div></div><div class="forum-post-panel-main clearfix"><div class="forum-post-content"><div class="field field-name-comment-body"><div class="field-items"><div class="field-item even">{p.html}</div></div></div></div><div class="author-signature"><p>Be kind, always.</p></div></div></div><div class="forum-post-footer clearfix"><div class="forum-jump-links"><a href="#top">Top</a></div><div class="forum-post-links"><ul class="links inline"><li><a href="/user/login">Log in</a> or <a href="/user/register">register</a> to post comments</li></ul></div></div></div>"""

    return f"""<html lang="en"><head><title>Packing place | Village</title><meta name="Generator" content="Drupal 7 (http://drupal.org)" /></head><body class="html not-front page-node"><div id="page"><h1 class="title">Packing place</h1><div class="forum-node-create-links"><a href="/node/add/forum">Add new topic</a></div>{each(one, talk)}</div><div class="region-sidebar"><h2>Who's new</h2><ul><li><a href="/user/88" class="username">ann88</a></li><li><a href="/user/89" class="username">bob89</a></li></ul><h2>User login</h2><form><label>Username *</label></form></div></body></html>"""


@layout("ms", "https://www.kampung.example/topic.asp?TOPIC_ID=771")
def snitz_malay(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        color = "#f7f7f7" if p.place % 2 else "#dcdcdc"
        q = (
            f'<BLOCKQUOTE id=quote><font size=1 face="Verdana" id=quote>quote:<hr height=1 noshade id=quote><i>Originally posted by {p.quoted_name}</i><br /><br />{p.quoted}<hr height=1 noshade id=quote></BLOCKQUOTE id=quote></font id=quote>'
            if p.quoted
            else ""
        )
        e = (
            f'<p><font size="1">Edited by - {p.name} on {p.at.day + 2:02d}/03/2019 10:02:11</font></p>'
            if p.edited
            else ""
        )
        return f'''<tr><td bgcolor="{color}" valign="top" width="100" nowrap><a name="{p.number}"></a><p><font color="#191970" face="Verdana" size="2"><b><span class="spnMessageText"><a href="pop_profile.asp?mode=display&id={p.number % 7}" title="View {p.name}'s Profile">{p.name}</a></span></b></font><br /><font size="1"><small>Ahli biasa</small><br /><img src="s.gif" /></font></p><p><font size="1"><small>Malaysia<br />214 Posts</small></font></p></td><td bgcolor="{color}" valign="top" width="100%"><img src="i.gif" /><font size="1">Posted - {p.at:%d/%m/%Y} : &nbsp;{p.at:%H:%M:%S}</font>&nbsp;<a href="pop_profile.asp?id=3"><img alt="Show Profile" /></a>&nbsp;<a href="post.asp?method=ReplyQuote&REPLY_ID={p.number}"><img alt="Reply with Quote" /></a><hr noshade size="1"><font face="Verdana" size="2"><span class="spnMessageText" id="msg">{q}{p.breaks}{e}</span id="msg"></font></td></tr>'''

    return f"""<html lang="ms"><head><title>Kampung Forum - Kilang pembungkusan</title></head><body bgcolor="white"><table width="95%"><tr><td><a href="default.asp">Home</a> | <a href="members.asp">Members</a> | <a href="search.asp">Search</a></td></tr></table><form><b>Username:</b><input name=Name><b>Password:</b><input name=Password></form><table border="0" width="95%" cellspacing="1" cellpadding="4"><tr><td bgcolor="midnightblue"><b><font color="mintcream">Author</font></b></td><td bgcolor="midnightblue"><b><font color="mintcream">Topic</font></b></td></tr>{each(one, talk)}</table><table><tr><td>Kampung Forum</td><td>&copy; 2000-2002 Snitz Communications</td></tr></table></body></html>"""


@layout("ru", "https://sadovod.example/forum/12-771-1")
def ucoz_russian(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        days = ["Понедельник", "Вторник", "Среда", "Четверг", "Пятница", "Суббота", "Воскресенье"]
        q = (
            f'<div class="bbQuoteBlock"><div class="bbQuoteName" style="padding-left:5px;font-size:7pt"><b>Цитата</b> <b>{p.quoted_name}</b> (<span class="qAnchor">&#160;</span>)</div><div class="quoteMessage">{p.quoted}</div></div>'
            if p.quoted
            else ""
        )
        e = (
            f'<div class="edited">Сообщение отредактировал <span class="edited-by">{p.name}</span> - <span class="edited-date">Вторник, {p.at.day + 2:02d}.03.2019, 10:02</span></div>'
            if p.edited
            else ""
        )
        return f'''<tr id="post{p.number}"><td class="postTdTop" align="center"><a name="{p.number}"></a><a class="postUser" href="javascript://" rel="nofollow">{p.name}</a></td><td class="postTdTop">Дата: {days[p.at.weekday()]}, {p.at:%d.%m.%Y}, {p.at:%H:%M} | Сообщение # <a class="postNumberLink" href="javascript://">{p.place}</a></td></tr><tr><td width="23%" valign="top" class="postTdInfo"><div class="postRankName">Рядовой</div><div class="userRegInfo">Группа: Пользователи</div><div class="numPosts">Сообщений: <span>214</span></div><div class="statusBlock">Статус: <span class="statusOffline">Offline</span></div></td><td class="posttdMessage" valign="top"><span class="ucoz-forum-post" id="ucoz-forum-post-{p.number}">{q}{p.breaks}</span><br /><hr size="1" width="150" align="left" class="signatureHr" /><span class="signatureView">Тише едешь, дальше будешь.</span>{e}</td></tr><tr><td class="postBottom" align="center">&nbsp;</td><td class="postBottom"><table width="100%"><tr><td><a href="/index/8-3">Профиль</a></td></tr></table></td></tr>'''

    return f"""<html lang="ru"><head><title>Упаковочная фабрика - Форум</title></head><body><div id="menu"><a href="/">Главная</a></div><div class="forum-box"><a class="forumBar" href="/forum/">Форум</a> » Работа » Упаковочная фабрика<table border="0" cellpadding="0" width="100%" class="gTable"><tr><td class="gTableTop" colspan="2">Упаковочная фабрика</td></tr><tr><td><table border="0" cellspacing="1" cellpadding="4" width="100%" class="postTable">{each(one, talk)}</table></td></tr></table></div></body></html>"""


@layout("th", "https://krathu.example/topic/38611771")
def pantip_thai(talk: list[Post]) -> str:
    def when(p: Post) -> str:
        return f"{p.at.day} {month('th', p.at)} {p.at.year + 543} เวลา {p.at:%H:%M} น."

    def one(p: Post) -> str:
        return f'''<div id="comment-{p.number}" class="display-post-wrapper section-comment"><div class="display-post-number-wrapper"><span class="display-post-number" id="comment{p.place - 1}">ความคิดเห็นที่ {p.place - 1}</span></div><div class="display-post-wrapper-inner"><div class="display-post-story-wrapper comment-wrapper"><div class="display-post-story">{p.breaks}</div></div><div class="display-post-story-footer"><div class="display-post-avatar"><a href="/profile/{p.number}"><img /></a><div class="display-post-avatar-inner"><a class="display-post-name owner" href="/profile/{p.number}" id="{p.number}">{p.name}</a><span class="display-post-timestamp"><abbr class="timeago" title="{p.at.month}/{p.at.day}/{p.at.year} {p.at:%H:%M:%S}" data-utime="{p.at.month}/{p.at.day}/{p.at.year} {p.at:%H:%M:%S}">{when(p)}</abbr></span></div></div><div class="display-post-action"><a href="#">ตอบกลับ</a></div></div></div></div>'''

    f = talk[0]
    return f'''<html lang="th"><head><title>โรงงานบรรจุริมแม่น้ำ</title></head><body><div class="header"><a href="/forum">กระทู้</a><a href="/tags">แท็ก</a></div><div class="container-inner"><div id="topic-38611771" class="display-post-wrapper main-post type"><div class="display-post-wrapper-inner"><div class="display-post-status-leftside"><h2 class="display-post-title">โรงงานบรรจุริมแม่น้ำ</h2></div><div class="display-post-story-wrapper"><div class="display-post-story">{f.breaks}</div></div><div class="display-post-story-footer"><div class="display-post-avatar"><div class="display-post-avatar-inner"><a href="/profile/{f.number}" class="display-post-name owner">{f.name}</a><span class="display-post-timestamp"><abbr class="timeago" title="{f.at.month}/{f.at.day}/{f.at.year} {f.at:%H:%M:%S}" data-utime="{f.at.month}/{f.at.day}/{f.at.year} {f.at:%H:%M:%S}">{when(f)}</abbr></span></div></div></div></div></div><div id="comments-jsrender">{each(one, talk[1:])}</div><div class="related"><h3>กระทู้ที่คุณอาจสนใจ</h3><ul>{"".join(f'<li><a href="/topic/{n}">ห้องพักบนเขา {n}</a></li>' for n in range(1, 5))}</ul></div></div></body></html>'''


@layout("ko", "https://board.example/bbs/board.php?bo_table=work&wr_id=771")
def gnuboard_korean(talk: list[Post]) -> str:
    f = talk[0]

    def one(p: Post) -> str:
        return f'''<article id="c_{p.number}"><div class="pf_img"></div><div class="cm_wrap"><header style="z-index:5"><h2>{p.name}님의 댓글</h2><span class="sv_member">{p.name}</span><span class="sound_only">작성일</span> <span class="bo_vc_hdinfo"><i class="fa fa-clock-o"></i> <time datetime="{p.at:%Y-%m-%dT%H:%M:%S+09:00}">{p.at:%y-%m-%d %H:%M}</time></span></header><div class="cmt_contents"><p>{p.breaks}</p></div><span id="edit_{p.number}" class="bo_vc_w"></span><input type="hidden" value="x"></div></article>'''

    return f"""<html lang="ko"><head><title>강가 포장 공장 > 일자리</title></head><body><div id="hd"><ul><li><a href="/bbs/login.php">로그인</a></li></ul></div><div id="container"><article id="bo_v" style="width:100%"><header><h2 id="bo_v_title"><span class="bo_v_tit">강가 포장 공장</span></h2></header><section id="bo_v_info"><h2>페이지 정보</h2><div class="profile_info"><div class="profile_info_ct"><span class="sound_only">작성자</span> <strong><span class="sv_member">{f.name}</span></strong><br><span class="sound_only">댓글</span><strong><a href="#bo_vc">{len(talk) - 1}건</a></strong> <span class="sound_only">조회</span><strong>812회</strong> <strong class="if_date"><span class="sound_only">작성일</span> {f.at:%y-%m-%d %H:%M}</strong></div></div></section><section id="bo_v_atc"><h2 id="bo_v_atc_title">본문</h2><div id="bo_v_con">{f.html}</div></section></article><section id="bo_vc"><h2>댓글목록</h2>{each(one, talk[1:])}</section></div></body></html>"""


@layout("en", "https://git.example/org/tool/issues/771")
def tracker(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        return f'''<div class="js-timeline-item"><div class="TimelineItem js-comment-container"><div class="avatar-parent-child TimelineItem-avatar"><a href="/{p.name.replace(" ", "-")}"><img alt="@{p.name}" /></a></div><div class="timeline-comment-group js-minimizable-comment-group" id="issuecomment-{p.number}"><div class="timeline-comment unminimized-comment comment js-comment"><div class="timeline-comment-header clearfix"><h3 class="f5 text-normal"><div><strong><a class="author Link--primary" href="/{p.name.replace(" ", "-")}">{p.name}</a></strong> commented <a href="#issuecomment-{p.number}" class="Link--secondary js-timestamp"><relative-time datetime="{p.at:%Y-%m-%dT%H:%M:%SZ}" class="no-wrap">{p.at:%b} {p.at.day}, {p.at.year}</relative-time></a></div></h3><div class="timeline-comment-actions"><span class="Label">Contributor</span></div></div><div class="edit-comment-hide"><table class="d-block"><tbody class="d-block"><tr class="d-block"><td class="d-block comment-body markdown-body js-comment-body">{p.html}</td></tr></tbody></table></div></div></div></div></div>'''

    event = """<div class="js-timeline-item"><div class="TimelineItem"><div class="TimelineItem-body"><a class="author Link--primary" href="/Lena">Lena</a> added the <a href="/labels/q">question</a> label <a href="#event-1"><relative-time datetime="2019-03-05T10:00:00Z">Mar 5, 2019</relative-time></a></div></div></div>"""
    rows = [one(p) for p in talk]
    return f"""<html lang="en"><head><title>Packing place · Issue #771</title></head><body class="logged-out env-production"><header><a href="/login">Sign in</a></header><main><h1 class="gh-header-title">Packing place <span>#771</span></h1><div class="flex-auto"><a class="author" href="/mira_k">mira_k</a> opened this issue <relative-time datetime="2019-03-04T18:05:00Z">Mar 4, 2019</relative-time> · {len(talk) - 1} comments</div><div class="js-discussion">{rows[0]}{event}{"".join(rows[1:])}</div><div class="sidebar">Assignees<br>No one assigned</div></main></body></html>"""


@layout("pl", "https://ogloszenia.example/oferta/pakownia-771")
def ad_comments_polish(talk: list[Post]) -> str:

    def one(p: Post) -> str:
        return f"""<div class="komentarz" id="k{p.number}"><div class="naglowek"><span class="autor">{p.name}</span>, <span class="data">{p.at.day} {month("pl", p.at)} {p.at.year}, godz. {p.at:%H:%M}</span></div><div class="tresc">{p.breaks}</div><a class="odpowiedz" href="#">Odpowiedz</a></div>"""

    return f"""<html lang="pl"><head><title>Pytania</title></head><body><div class="menu"><a href="/">Start</a></div><h1>Forum: pakownia nad rzeką</h1><div class="komentarze">{each(one, talk)}</div><div class="stopka">© 2019 Ogłoszenia</div></body></html>"""


@layout("de", "http://www.altesforum.example/forum/messages/771.htm")
def tree_german(talk: list[Post]) -> str:
    """A post, and below it the tree of the thread's titles."""
    p = talk[0]
    tree = "".join(
        f'<li><a href="{q.number}.htm">Re: Packerei</a> - <b>{q.name}</b> - {q.at:%d.%m.%Y %H:%M}</li>'
        for q in posts("de", 5)[1:]
    )
    return f"""<html><head><title>Packerei</title></head><body><h1>Packerei</h1><p class="autor">geschrieben von <b>{p.name}</b> am {p.at:%d.%m.%Y} um {p.at:%H:%M} Uhr</p><div class="beitrag">{p.html}</div><p>[ <a href="#">Antworten</a> | <a href="../">Forum</a> ]</p><h3>Gesamter Thread:</h3><ul>{tree}</ul></body></html>"""


@layout("id", "https://obrolan.example/diskusi/771")
def cards_indonesian(talk: list[Post]) -> str:
    """A new site with invented class names (utility classes) and relative times with a title."""

    def one(p: Post) -> str:
        return f'''<div class="flex gap-3 rounded-lg bg-white p-4 shadow-sm" data-v-7ba5bd90><a href="/pengguna/{p.name.replace(" ", "-")}" class="shrink-0"><img class="h-10 w-10 rounded-full"></a><div class="min-w-0 flex-1"><div class="flex items-center gap-2 text-sm"><a href="/pengguna/{p.name.replace(" ", "-")}" class="font-semibold text-gray-900">{p.name}</a><span class="text-gray-400" title="{p.at.day} {month("id", p.at)} {p.at.year} pukul {p.at:%H.%M}">7 tahun lalu</span></div><div class="mt-1 text-gray-800 leading-relaxed">{p.html}</div><div class="mt-2 flex gap-4 text-xs text-gray-500"><button>Suka</button><button>Balas</button></div></div></div>'''

    return f"""<html lang="id"><head><title>Pabrik pengemasan</title></head><body><header class="sticky top-0"><a href="/">Obrolan</a></header><main class="mx-auto max-w-3xl"><h1 class="text-2xl">Pabrik pengemasan</h1><div class="space-y-3">{each(one, talk)}</div><aside class="rounded-lg p-4"><h2>Diskusi lain</h2><a href="/diskusi/3" class="block">Kamar di bukit</a><a href="/diskusi/4" class="block">Bus hari Minggu</a></aside></main></body></html>"""


@layout("ar", "https://www.sahat.example/t771.html")
def vb_arabic(talk: list[Post]) -> str:
    """A right-to-left board in tables; the clock is in its own element, the day is in words."""

    def one(p: Post) -> str:
        return f"""<table id="post{p.number}" class="tborder" width="100%" dir="rtl"><tr><td class="thead"><a name="post{p.number}"></a>{p.at.day} {month("ar", p.at)} {p.at.year}, <span class="time">{p.at:%I:%M} {"م" if p.at.hour >= 12 else "ص"}</span></td><td class="thead" align="left">#<a href="showpost.php?p={p.number}"><strong>{p.place}</strong></a></td></tr><tr valign="top"><td class="alt2" width="175"><div id="postmenu_{p.number}"><a class="bigusername" href="member.php?u={p.number % 7}">{p.name}</a></div><div class="smallfont">عضو نشيط</div><div class="smallfont"><div>تاريخ التسجيل: Jan 2009</div><div>المشاركات: 1,204</div></div></td><td class="alt1" id="td_post_{p.number}"><div id="post_message_{p.number}">{p.breaks}</div></td></tr></table>"""

    return f"""<html dir="rtl" lang="ar"><head><title>مصنع التعبئة - منتديات</title></head><body><table><tr><td><a href="index.php">المنتديات</a></td><td><form><label>اسم العضو</label><input></form></td></tr></table><div id="posts">{each(one, talk)}</div><div>الساعة الآن 09:14 ص</div></body></html>"""


@layout("vi", "https://webtretho.example/forum/f26/xuong-771/")
def split_date_vietnamese(talk: list[Post]) -> str:
    """Day and hour in elements of their own, the opening post under a poll and a notice of the moderators."""

    def one(p: Post) -> str:
        return f"""<div class="bai-viet" id="bv-{p.number}"><div class="ben-trai"><a class="ten" href="/thanh-vien/{p.number % 7}">{p.name}</a><div class="cap">Thành viên vàng</div><div>Tham gia: 06/01/2009</div></div><div class="ben-phai"><div class="dau"><span class="ngay">{p.at:%d/%m/%Y}</span><span class="gio">{p.at:%H:%M}</span><a href="#bv-{p.number}">#{p.place}</a></div><div class="noi-dung">{p.html}</div><div class="chu-ky">Có công mài sắt có ngày nên kim</div></div></div>"""

    poll = "<div class='binh-chon'><h3>Bạn đã từng làm ở đó chưa?</h3><ul><li>Rồi: 12 phiếu</li><li>Chưa: 30 phiếu</li></ul></div>"
    note = "<div class='thong-bao'>Ban quản trị: chủ đề này được chuyển từ mục khác ngày 05/03/2019.</div>"
    return f"""<html lang="vi"><head><title>Xưởng đóng gói</title></head><body><div class="menu"><a href="/">Trang chủ</a></div><h1>Xưởng đóng gói</h1>{poll}{note}<div class="danh-sach">{each(one, talk)}</div></body></html>"""
