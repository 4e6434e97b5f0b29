# ruff: noqa: E501 -- markup keeps the lines of the software that writes it
"""More boards as software of many houses writes them, and some that one person built: written down before any was tried."""

from __future__ import annotations

from crawlers_boards_engines import _HU
from crawlers_boards_tables import each, layout
from crawlers_talks import Post


@layout("hu", "http://www.regimalom.example/vendegkonyv.php?lap=1")
def guestbook_hungarian(talk: list[Post]) -> str:
    """The newest entry first, the keeper's own remark below one of them."""

    def one(p: Post) -> str:
        q = f"<i>{p.quoted_name} írta: {p.quoted}</i><br /><br />\n" if p.quoted else ""
        keeper = (
            '<div class="gb_komm"><b>A gazda megjegyzése:</b> Köszönjük, továbbadjuk.</div>' if p.place == 2 else ""
        )
        return f"""<table class="gb" width="560" cellspacing="1" cellpadding="4" align="center"><tr><td class="gb_fej" width="40">{p.place}.</td><td class="gb_fej"><b>{p.name}</b> <a href="mailto:x@malom.example"><img src="mail.gif" alt="E-mail" border="0" /></a> <a href="http://honlap.example/"><img src="home.gif" alt="Honlap" border="0" /></a></td><td class="gb_fej" align="right">{p.at.year}. {_HU[p.at.month - 1]} {p.at.day}. {p.at:%H:%M}</td></tr><tr><td colspan="3" class="gb_szoveg">{q}{p.breaks}{keeper}</td></tr></table><br />"""

    return f"""<html lang="hu"><head><title>Régi Malom - Vendégkönyv</title></head><body bgcolor="#ffffff"><table width="760" align="center"><tr><td width="160" valign="top"><a href="index.php">Kezdőlap</a><br /><a href="szobak.php">Szobák</a><br /><a href="vendegkonyv.php">Vendégkönyv</a><br /><br />Látogatók: 12041<br />Online: 2</td><td valign="top"><h2>Vendégkönyv</h2><p align="center"><a href="vendegkonyv_ir.php">Új bejegyzés írása</a></p><p align="center">Összesen {len(talk)} bejegyzés · Lapok: <b>1</b> <a href="?lap=2">2</a></p>{each(one, talk[::-1])}<p align="center"><small>PHP Vendégkönyv 2.1 © 2004</small></p></td></tr></table></body></html>"""


@layout("en", "https://forum.hive.example/messages.php?webtag=MAIN&msg=771.1")
def beehive(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<div class="quotetext" id="quote"><b>quote: </b>{p.quoted_name}</div><div class="quote">{p.quoted}</div>'
            if p.quoted
            else ""
        )
        to = (
            "ALL"
            if p.place == 1
            else f'<a href="user_profile.php?webtag=MAIN&amp;uid=1" target="_blank" class="popup 650x500">{talk[0].name}</a>'
        )
        edit = f'<p class="edit_text">EDITED: 9 Apr 2019 20:15 by {p.name.upper()}</p>' if p.edited else ""
        reply = 'in reply to <a href="messages.php?webtag=MAIN&amp;msg=771.1">771.1</a>' if p.place > 1 else ""
        return f"""<div><table width="96%" class="box" cellspacing="0"><tr><td><table cellspacing="0" width="100%"><tr><td><a name="a771_{p.place}"></a><table width="100%" class="posthead" cellspacing="1" cellpadding="0"><tr><td width="1%" align="right" class="posttofromlabel">&nbsp;From:&nbsp;</td><td nowrap="nowrap" width="98%" align="left"><span class="posttofrom"><a href="user_profile.php?webtag=MAIN&amp;uid={p.number % 7}" target="_blank" class="popup 650x500">{p.name}</a>&nbsp;&nbsp;<img src="star.png" alt="Friend" /></span></td><td width="1%" align="right" nowrap="nowrap"><span class="postinfo">{p.at.day} {p.at:%b %Y %H:%M}</span></td></tr><tr><td width="1%" align="right" class="posttofromlabel">&nbsp;To:&nbsp;</td><td nowrap="nowrap" width="98%" align="left"><span class="posttofrom">{to}</span></td><td align="right" nowrap="nowrap"><span class="postinfo">{p.place} of {len(talk)}</span></td></tr></table></td></tr><tr><td><table width="100%"><tr align="right"><td colspan="3" class="postnumber"><a href="index.php?webtag=MAIN&amp;msg=771.{p.place}" target="_top">771.{p.place}</a> {reply}</td></tr><tr><td class="postbody overflow_content" align="left">{q}{p.html}{edit}<div class="sig">Mind the bees.</div></td></tr></table><table width="100%" cellspacing="0" class="postresponse"><tr><td class="postresponse" align="center"><img src="post.png" alt="Reply" />&nbsp;<a href="post.php?webtag=MAIN&amp;replyto=771.{p.place}">Reply</a>&nbsp;&nbsp;<a href="#">Quote</a></td><td class="dropdown_container" align="right"><a href="#">More</a></td></tr></table></td></tr></table></td></tr></table></div><br />"""

    return f"""<html lang="en-gb"><head><title>Hive > Work > Packing place</title></head><body><table width="96%"><tr><td><h1>Work: Packing place</h1></td></tr></table><div align="center"><table class="box" width="96%"><tr><td>Rate this thread <input type="radio" name="rate" value="1" /> Low interest <input type="radio" name="rate" value="2" /> High interest</td></tr></table>{each(one, talk)}<table width="96%"><tr><td align="left">Show messages: <a href="messages.php?msg=771.1">1-20</a></td><td align="right">Back to top</td></tr></table><h4>Hive forum &middot; <a href="http://b.example/faq">FAQ</a> &middot; Created in 0.031 secs</h4></div></body></html>"""


@layout("id", "http://www.kampus.example/cgi-bin/ikonboard.cgi?act=ST;f=3;t=771")
def ikonboard_indonesian(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f"<!--QuoteBegin--></span><table border='0' align='center' width='95%' cellpadding='3' cellspacing='1'><tr><td><b>Kutipan</b> ({p.quoted_name} @ Mar. 04 2019,18:05)</td></tr><tr><td id='QUOTE'>{p.quoted}</td></tr></table><span id='postcolor'><!--QuoteEnd-->"
            if p.quoted
            else ""
        )
        edit = (
            f"<br><br><span class='edit'>Disunting oleh <b>{p.name}</b> pada Apr. 09 2019,20:15</span>"
            if p.edited
            else ""
        )
        row = "postlight" if p.place % 2 else "postdark"
        return f"""<tr><td bgcolor="#EEEEEE" class="{row}" valign="top" width="20%"><a name="entry{p.number}"></a><span class="normalname">{p.name}</span><br><br><img src="avatar.gif" alt="Avatar"><br><br><span class="postdetails">Grup: Anggota<br>Kiriman: 214<br>Bergabung: Jan. 2011</span></td><td bgcolor="#EEEEEE" class="{row}" valign="top" width="80%"><table width="100%"><tr><td align="left"><span class="postdetails">Dikirim pada: {p.at:%b. %d %Y,%H:%M}</span></td><td align="right"><a href="ikonboard.cgi?act=Post;CODE=06;p={p.number}"><img src="p_quote.gif" alt="QUOTE" border="0"></a></td></tr></table><hr noshade size="1"><span class="postcolor" id="postcolor">{q}{p.breaks}{edit}</span><br><br>--------------<br>Hidup santai.</td></tr><tr><td class="{row}"><span class="desc">Kembali ke atas</span></td><td class="{row}"><a href="ikonboard.cgi?act=Profile;id={p.number % 7}"><img src="p_profile.gif" alt="Profil" border="0"></a> <a href="ikonboard.cgi?act=Msg"><img src="p_msg.gif" alt="PM" border="0"></a></td></tr>"""

    return f"""<html><head><title>Kampus -> Pabrik dekat sungai</title></head><body><table width="95%" align="center"><tr><td class="nav"><a href="ikonboard.cgi">Kampus</a> -> <a href="ikonboard.cgi?act=SF;f=3">Kerja</a> -> <b>Pabrik dekat sungai</b></td></tr></table><table width="95%" align="center"><tr><td><b>Halaman:</b> (2) [1] <a href="?st=15">2</a></td><td align="right"><a href="#">Topik baru</a></td></tr></table><table width="95%" align="center" cellspacing="1" cellpadding="4"><tr><td class="titlemedium" colspan="2">Topik: Pabrik dekat sungai, Ada yang tahu?</td></tr><tr><td class="titlemedium">&lt; Topik terdahulu | Topik berikut &gt;</td><td align="right"><a href="#">Cetak</a></td></tr>{each(one, talk)}</table><table width="95%" align="center"><tr><td>{len(talk) - 1} balasan sejak Mar. 04 2019,18:05</td><td align="right">Semua waktu dalam WIB. Sekarang: Apr. 30 2019,09:12</td></tr></table><center>Powered by Ikonboard 3.1.2a</center></body></html>"""


_TH = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")


@layout("th", "https://talad.example/prakat/90211")
def classified_thai(talk: list[Post]) -> str:
    """An ad with what people ask below it."""

    def day(p: Post) -> str:
        return f"{p.at.day} {_TH[p.at.month - 1]} {p.at.year + 543} {p.at:%H:%M} น."

    def ask(p: Post) -> str:
        q = f'<div class="ref">อ้างถึง {p.quoted_name}: {p.quoted}</div>' if p.quoted else ""
        return f"""<li class="q-item" id="q{p.number}"><div class="q-no">ความคิดเห็นที่ {p.place - 1}</div><div class="q-text">{q}{p.html}</div><div class="q-foot"><a class="q-user" href="/member/{p.number % 7}">{p.name}</a> <span class="q-date">{day(p)}</span> <a class="q-del" href="#">แจ้งลบ</a></div></li>"""

    p = talk[0]
    others = "".join(
        f'<div class="mini"><a href="/prakat/{n}"><img src="t.jpg" alt=""></a><a href="/prakat/{n}">{t}</a><span class="price">{n}00 บาท</span><span class="mini-date">{n} ม.ค. 2562</span></div>'
        for n, t in ((3, "จักรยานมือสอง"), (5, "ตู้เย็นเล็ก"), (9, "โต๊ะไม้สัก"))
    )
    return f"""<html lang="th"><head><title>โรงงานบรรจุริมแม่น้ำ - ตลาดนัด</title></head><body><div class="top"><a href="/">หน้าแรก</a> › <a href="/c/work">งาน</a></div><div class="ad"><h1 class="ad-title">โรงงานบรรจุริมแม่น้ำ</h1><div class="ad-photo"><img src="p.jpg" alt=""></div><div class="ad-detail">{p.html}</div><div class="ad-owner"><a class="q-user" href="/member/{p.number % 7}">{p.name}</a> ลงประกาศเมื่อ <span class="q-date">{day(p)}</span><br>เป็นสมาชิกตั้งแต่ 12 ม.ค. 2554</div></div><h2>ถาม-ตอบ ({len(talk) - 1})</h2><ul class="q-list">{each(ask, talk[1:])}</ul><form><textarea name="q"></textarea><button>ส่งคำถาม</button></form><div class="others"><h3>ประกาศใกล้เคียง</h3>{others}</div><div class="foot">© 2562 ตลาดนัด</div></body></html>"""


@layout("ro", "https://www.forumul.example/forum/munca/90211-fabrica-de-ambalaje")
def vbulletin5_romanian(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<div class="bbcode_container"><div class="bbcode_quote"><div class="quote_container"><div class="bbcode_quote_container b-icon b-icon__ldquo-l--gray"></div><div class="bbcode_postedby">Postat inițial de <strong>{p.quoted_name}</strong> <a href="#post1" rel="nofollow"><img class="inlineimg" src="v.png" alt="Vezi mesajul"></a></div><div class="message">{p.quoted}</div></div></div></div>'
            if p.quoted
            else ""
        )
        edit = (
            f'<div class="b-post__edit-history">Ultima modificare de <a href="/member/3-x">{p.name}</a>; <span class="time">09.04.2019, 20:15</span>.</div>'
            if p.edited
            else ""
        )
        return f"""<li data-node-id="{p.number}" data-node-publishdate="{int(p.at.timestamp())}" data-node-userid="{p.number % 7}" class="b-post b-post--detail js-post js-comment-parent b-post--{"starter" if p.place == 1 else "reply"} h-restore-overflow h-clearfix" itemscope itemtype="http://schema.org/{"DiscussionForumPosting" if p.place == 1 else "Comment"}" itemprop="{"" if p.place == 1 else "comment"}"><a id="post{p.number}" class="b-post__anchor" href="#"></a><div class="b-post__body h-wordwrap"><div class="h-hide b-post__hide-when-deleted--inverse"><div>Acest mesaj a fost șters.</div></div><hr class="b-divider--section"><div class="b-post__grid-container"><div class="b-post-sm b-post-sm--white l-col__flex-column"><div class="b-userinfo b-userinfo--panel h-left" itemprop="author" itemscope itemtype="http://schema.org/Person"><div class="b-userinfo__details"><div class="author h-text-size--14"><strong><a href="/member/{p.number % 7}-x" data-vbnamecard="3"><span itemprop="name">{p.name}</span></a></strong></div><div class="usertitle">Senior Member</div><div class="b-userinfo__rank"></div></div><ul class="b-userinfo__additional-info-block h-hide--on-small"><li class="b-userinfo__additional-info"><label class="b-userinfo__additional-info-label">Înregistrat: </label><span class="b-userinfo__additional-info-value">Ian 2011</span></li><li class="b-userinfo__additional-info"><label class="b-userinfo__additional-info-label">Mesaje: </label><span>214</span></li></ul></div></div><div class="b-post__content js-post__content"><div class="b-post__arrow"></div><div class="b-post__timestamp-row"><div class="b-post__timestamp"><time itemprop="dateCreated" datetime="{p.at:%Y-%m-%dT%H:%M:%S}">{p.at:%d.%m.%Y, %H:%M}</time></div><a href="#post{p.number}" class="b-post__count js-show-post-link">#{p.place}</a></div><h2 class="b-post__title js-post-title b-post-hide-when-deleted" itemprop="name">{"Fabrica de ambalaje" if p.place == 1 else ""}</h2><div class="js-post__content-wrapper"><div class="js-post__content-text restore h-wordwrap" itemprop="text">{q}{p.html}</div></div>{edit}<div class="b-post__signature post-signature restore">Drum bun la toată lumea</div><div class="b-post__footer h-hide--on-preview"><ul class="h-left h-hide--on-preview"><li class="b-post-control"><span class="b-post-control__label">Comentează</span></li></ul></div></div></div></div></li>"""

    return f"""<html lang="ro"><head><title>Fabrica de ambalaje - Forumul</title></head><body id="vb-page-body" class="l-desktop page90211 vb-page"><div id="channel-tabbar"><ul><li><a href="/">Forum</a></li><li><a href="/blogs">Bloguri</a></li></ul></div><ul class="breadcrumbs"><li><a href="/">Acasă</a></li><li><a href="/forum/munca">Munca</a></li></ul><div id="main-navbar"></div><div class="widget-content"><h1 class="main-title js-main-title" data-node-id="90211">Fabrica de ambalaje</h1><div class="conversation-status-messages"><div class="notice h-hide">Aceasta este o discuție importantă.</div></div><div class="conversation-toolbar-wrapper"><ul><li>{len(talk)} mesaje</li></ul></div><div class="conversation-content-widget forum-conversation-content-widget"><ul class="conversation-list list-container h-clearfix thread-view">{each(one, talk)}</ul></div></div><footer id="footer"><div id="footer-copyright"><p>Toate orele sunt GMT+2. Ora curentă este 18:31.</p></div></footer></body></html>"""


@layout("de", "https://www.modellbahner.example/wbb2/thread.php?threadid=90211")
def burning_board_german(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<table align="center" width="98%" border="0" cellpadding="4" cellspacing="1" class="tableinborder"><tr><td class="tablea"><span class="smallfont"><b>Zitat:</b><br />Original von {p.quoted_name}</span><br />{p.quoted}</td></tr></table><br />'
            if p.quoted
            else ""
        )
        edit = (
            f'<p align="left"><span class="smallfont">Dieser Beitrag wurde 1 mal editiert, zum letzten Mal von <b>{p.name}</b>: 09.04.2019 20:15.</span></p>'
            if p.edited
            else ""
        )
        row = "tablea" if p.place % 2 else "tableb"
        return f"""<table cellpadding="4" cellspacing="1" border="0" width="98%" class="tableinborder"><tr align="left" class="{row}"><td width="175" valign="top" class="{row}"><a name="post{p.number}" id="post{p.number}"></a><table width="100%" cellpadding="4" cellspacing="0" border="0" class="{row}_fc"><tr align="left" class="{row}"><td width="100%"><span class="normalfont"><b><a href="profile.php?userid={p.number % 7}" class="user">{p.name}</a></b></span><br /><span class="smallfont">Lokführer<br /><img src="stern.gif" alt="" /><br /><br />Dabei seit: 12.01.2011<br />Beiträge: 1.204<br />Herkunft: Nebenstrecke<br /><br /></span><br /><img src="spacer.gif" width="159" height="1" alt="" /></td></tr></table></td><td valign="top" class="{row}"><table width="100%" cellpadding="4" cellspacing="0" border="0" class="{row}_fc"><tr class="{row}"><td width="100%" align="left"><span class="smallfont"><b>{"Packerei am Fluss" if p.place == 1 else "RE: Packerei am Fluss"}</b></span></td><td nowrap="nowrap"><a href="newthread.php?postid={p.number}"><img src="zitat.gif" alt="Zitatantwort auf diesen Beitrag erstellen" border="0" /></a> <a href="report.php?postid={p.number}"><img src="melden.gif" alt="Diesen Beitrag einem Moderator melden" /></a></td></tr><tr><td colspan="2"><hr size="1" class="threadline" /></td></tr><tr align="left"><td class="{row}" colspan="2"><span class="normalfont">{q}{p.breaks}</span>{edit}<br /><br />__________________<br />Immer auf dem richtigen Gleis</td></tr></table></td></tr><tr align="left"><td class="{row}" align="center" nowrap="nowrap"><span class="smallfont"><a href="#post{p.number}"><img src="posticon.gif" border="0" alt="" /></a> {p.at:%d.%m.%Y} <span class="time">{p.at:%H:%M}</span></span></td><td class="{row}" valign="middle"><span class="smallfont"><img src="offline.gif" alt="{p.name} ist offline" /> <a href="pms.php"><img src="mail.gif" alt="E-Mail an {p.name} senden" border="0" /></a> <a href="search.php?action=user&amp;userid={p.number % 7}"><img src="suche.gif" alt="Beiträge von {p.name} suchen" border="0" /></a></span></td></tr></table>"""

    return f"""<html lang="de" dir="ltr"><head><title>Modellbahner - Packerei am Fluss</title></head><body><table width="98%"><tr><td class="tableb"><span class="smallfont"><b><a href="index.php">Modellbahner</a> » <a href="board.php?boardid=4">Plausch</a> » Packerei am Fluss</b></span></td><td align="right"><span class="smallfont">Hallo Gast [<a href="login.php">Anmelden</a>|<a href="register.php">Registrieren</a>]</span></td></tr></table><table width="98%" class="tableinborder"><tr class="tabletitle"><td><span class="normalfont">Zum Ende der Seite springen</span></td></tr><tr class="tabletitle"><td width="175"><span class="smallfont"><b>Autor</b></span></td><td><span class="smallfont"><b>Beitrag</b></span></td></tr></table>{each(one, talk)}<table width="98%" class="tableinborder"><tr class="tabletitle"><td>Baumstruktur | Brettstruktur</td></tr><tr><td class="tablea">Gehe zu: Plausch</td></tr></table><p align="center"><span class="smallfont">Forensoftware: Burning Board 2.3.6</span></p></body></html>"""


@layout("ja", "https://hanashi.example/r/k3mD9x/")
def hashed_japanese(talk: list[Post]) -> str:
    """Built by one person with a script: class names that mean nothing, the day told twice."""

    def one(p: Post) -> str:
        q = f'<div class="_q7d2"><span>{p.quoted_name}さん</span><p>{p.quoted}</p></div>' if p.quoted else ""
        edited = '<span class="_n81a">・編集済み 2019/04/09</span>' if p.edited else ""
        return f"""<section class="_a41f" data-k="{p.number}"><div class="_b0c9"><a href="/@u{p.number % 7}" class="_x12"><img alt="" src="i.webp" width="36" height="36"></a><div class="_c77e"><a href="/@u{p.number % 7}" class="_d9aa">{p.name}</a><span class="_e3b1">レベル{p.place + 10}</span></div><span class="_f5c0" title="{p.at:%Y-%m-%d %H:%M:%S}">{p.at.year}年{p.at.month}月{p.at.day}日 {p.at:%H:%M}</span>{edited}</div><div class="_g2d4">{q}{p.html}</div><div class="_h6e8"><button class="_i1">いいね {p.place % 5}</button><button class="_i1">返信する</button><a href="/r/k3mD9x/{p.number}">共有</a></div></section>"""

    hot = "".join(
        f'<a class="_r1" href="/r/{n}x/"><span class="_r2">{t}</span><span class="_r3">{n}件・2019年2月{n}日</span></a>'
        for n, t in ((3, "朝ごはんは何を食べますか"), (8, "電車で読んだ本"), (12, "雨の日の過ごし方"))
    )
    return f"""<html lang="ja"><head><title>川沿いの梱包工場 | はなし</title></head><body><div id="__app"><nav class="_t0"><a href="/">ホーム</a><a href="/new">新着</a><a href="/login">ログイン</a></nav><main class="_m0"><h1 class="_m1">川沿いの梱包工場</h1><div class="_m2">{len(talk)}件の書き込み・閲覧1204</div>{each(one, talk)}<div class="_z9"><p>書き込むにはログインしてください。</p></div></main><aside class="_s0"><h2>人気の話題</h2>{hot}</aside></div></body></html>"""


@layout("uk", "https://gromada.example/node/90211")
def drupal_ukrainian(talk: list[Post]) -> str:
    days = ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Нд")

    def day(p: Post) -> str:
        return f"{days[p.at.weekday()]}, {p.at:%d/%m/%Y - %H:%M}"

    def comment(p: Post) -> str:
        q = f"<blockquote><p>{p.quoted}</p></blockquote>" if p.quoted else ""
        return f"""<article data-comment-user-id="{p.number % 7}" id="comment-{p.number}" class="comment js-comment clearfix"><mark class="hidden" data-comment-timestamp="{int(p.at.timestamp())}"></mark><footer class="comment__meta"><article class="profile" about="/user/{p.number % 7}"></article><p class="comment__author"><a title="Переглянути профіль користувача." href="/user/{p.number % 7}" class="username">{p.name}</a></p><p class="comment__time">{day(p)}</p><p class="comment__permalink"><a href="/comment/{p.number}#comment-{p.number}" hreflang="uk">Постійне посилання</a></p></footer><div class="comment__content"><h3><a href="/comment/{p.number}#comment-{p.number}" class="permalink" rel="bookmark">{p.text[:24]}</a></h3><div class="text-formatted field field--name-comment-body field--type-text-long field--label-hidden field__item">{q}{p.html}</div><ul class="links inline list-inline"><li class="comment-forbidden"><a href="/user/login">Увійдіть</a>, щоб додати коментар</li></ul></div></article>"""

    p = talk[0]
    return f"""<html lang="uk" dir="ltr"><head><meta name="Generator" content="Drupal 8"><title>Пакувальна фабрика | Громада</title></head><body class="layout-one-sidebar path-node page-node-type-forum"><a href="#main-content" class="visually-hidden focusable skip-link">Перейти до основного вмісту</a><header role="banner"><div class="site-branding__name"><a href="/" rel="home">Громада</a></div></header><nav role="navigation" class="breadcrumb"><ol><li><a href="/">Головна</a></li><li><a href="/forum">Форуми</a></li><li><a href="/taxonomy/term/5">Робота</a></li></ol></nav><main id="content"><h1 class="title page-title"><span class="field field--name-title">Пакувальна фабрика</span></h1><article role="article" about="/node/90211" class="node node--type-forum node--view-mode-full clearfix"><footer class="node__meta"><article class="profile" about="/user/{p.number % 7}"></article><div class="node__submitted">Опубліковано <span class="field field--name-uid"><a title="Переглянути профіль користувача." href="/user/{p.number % 7}" class="username">{p.name}</a></span> - <span class="field field--name-created">{day(p)}</span></div></footer><div class="node__content clearfix"><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field__item">{p.html}</div><div class="field field--name-taxonomy-forums field--label-above clearfix"><h3 class="field__label">Форуми</h3><ul class="links field__items"><li><a href="/taxonomy/term/5" hreflang="uk">Робота</a></li></ul></div></div></article><section class="field field--name-comment-forum field--type-comment comment-wrapper">{'<h2 class="title comment-form__title">Коментарі</h2>' if talk[1:] else ""}{each(comment, talk[1:])}</section></main><aside class="layout-sidebar-first"><div id="block-newusers"><h2>Хто новий</h2><ul><li><a href="/user/91" class="username">Остап</a></li><li><a href="/user/90" class="username">Дарина</a></li></ul></div><div id="block-activeforum"><h2>Активні теми форуму</h2><ul><li><a href="/node/7">Сад і город</a></li><li><a href="/node/8">Продам велосипед</a></li></ul></div></aside></body></html>"""


@layout("zh", "https://chat.archive.example/stream/5-work/topic/packing.html")
def chat_archive_chinese(talk: list[Post]) -> str:
    """A flat page of an archive: a heading for who and when, then paragraphs, nothing around the two."""

    def one(p: Post) -> str:
        q = f"<blockquote><p>{p.quoted}</p></blockquote>" if p.quoted else ""
        return f"""<a name="{p.number}"></a>\n<h4><a href="https://chat.example/#narrow/near/{p.number}" class="zl"><img src="zulip.svg" alt="view this post" style="color:#999;"></a> {p.name} <a href="#{p.number}">({p.at:%b %d %Y at %H:%M})</a>:</h4>\n{q}{p.html}\n"""

    return f"""<html lang="en"><head><title>包装厂 · work · Chat Archive</title></head><body><header class="site-header"><a class="site-title" href="/">Chat Archive</a></header><main class="page-content"><div class="wrapper"><h2>Stream: <a href="../">work</a></h2><h3>Topic: <a href="packing.html">包装厂</a></h3><hr><base href="https://chat.example">{each(one, talk)}<hr><p>Last updated: Apr 30 2019 at 09:12 UTC</p></div></main></body></html>"""


@layout("ms", "http://www.warung.example/forum/index.php?topic=90211.0")
def smf1_malay(talk: list[Post]) -> str:
    months = (
        "Januari",
        "Februari",
        "Mac",
        "April",
        "Mei",
        "Jun",
        "Julai",
        "Ogos",
        "September",
        "Oktober",
        "November",
        "Disember",
    )

    def one(p: Post) -> str:
        q = (
            f'<div class="quoteheader"><a href="index.php?topic=90211.msg1#msg1">Petikan dari: {p.quoted_name} pada Mac 04, 2019, 06:05:00 PM</a></div><div class="quote">{p.quoted}</div>'
            if p.quoted
            else ""
        )
        edit = f"<i>« Suntingan terakhir: April 09, 2019, 08:15:00 PM oleh {p.name} »</i>" if p.edited else ""
        row = "windowbg" if p.place % 2 else "windowbg2"
        when = f"{months[p.at.month - 1]} {p.at:%d, %Y, %I:%M:%S %p}"
        return f"""<tr><td style="padding: 1px 1px 0 1px;"><a name="msg{p.number}"></a><table width="100%" cellpadding="3" cellspacing="0" border="0"><tr><td class="{row}"><table width="100%" cellpadding="5" cellspacing="0" style="table-layout: fixed;"><tr><td valign="top" width="16%" rowspan="2" style="overflow: hidden;"><b><a href="index.php?action=profile;u={p.number % 7}" title="Lihat profil {p.name}">{p.name}</a></b><div class="smalltext">Ahli Tetap<br /><img src="star.gif" alt="*" border="0" /><br /><img src="useroff.gif" alt="Luar Talian" /> Luar Talian<br /><br />Jumlah Kiriman: 214<br /><br /></div></td><td valign="top" width="85%" height="100%"><table width="100%" border="0"><tr><td align="left" valign="middle"><a href="index.php?topic=90211.msg{p.number}#msg{p.number}"><img src="xx.gif" alt="" border="0" /></a></td><td align="left" valign="middle"><div style="font-weight: bold;" id="subject_{p.number}"><a href="index.php?topic=90211.msg{p.number}#msg{p.number}">{"Kilang dekat sungai" if p.place == 1 else "Balas: Kilang dekat sungai"}</a></div><div class="smalltext">« <b>{"" if p.place == 1 else f"Balas #{p.place - 1} "}pada:</b> {when} »</div></td><td align="right" valign="bottom" height="20" style="font-size: smaller;"><a href="#">Petik</a></td></tr></table><hr width="100%" size="1" class="hrcolor" /><div class="post" style="overflow: auto; width: 100%;">{q}{p.breaks}</div></td></tr><tr><td valign="bottom" class="smalltext" width="85%"><table width="100%" border="0" style="table-layout: fixed;"><tr><td align="left" colspan="2" class="smalltext" width="100%"></td></tr><tr><td align="left" valign="bottom" class="smalltext" id="modified_{p.number}">{edit}</td><td align="right" valign="bottom" class="smalltext"><img src="ip.gif" alt="" border="0" /> Dilog</td></tr></table><hr width="100%" size="1" class="hrcolor" /><div class="signature">Kopi o kaw satu</div></td></tr></table></td></tr></table></td></tr>"""

    return f"""<html><head><title>Kilang dekat sungai</title></head><body><div class="tborder"><table width="100%"><tr><td class="titlebg2" height="32"><span style="font-size: 130%;"> Selamat datang, <b>Pelawat</b>. Sila <a href="index.php?action=login">log masuk</a> atau <a href="index.php?action=register">daftar</a>.</span></td></tr><tr><td class="windowbg2"><span class="smalltext">April 30, 2019, 09:12:44 AM</span></td></tr></table></div><div class="nav" style="font-size: smaller;"><b><a href="index.php">Warung</a></b> | <b><a href="index.php#1">Umum</a></b> | <b>Topik: Kilang dekat sungai</b></div><table width="100%" class="tborder"><tr><td class="catbg3">Pengarang</td><td class="catbg3">Topik: Kilang dekat sungai &nbsp;(Dibaca 1204 kali)</td></tr></table><form action="#" method="post"><table cellpadding="0" cellspacing="0" border="0" width="100%" class="bordercolor">{each(one, talk)}</table></form><div class="smalltext">« <a href="#">sebelum</a> <a href="#">berikut</a> »</div><table><tr><td>Lompat ke: <select><option>Umum</option></select></td></tr></table><div class="smalltext" align="center">Powered by SMF 1.1.11 | SMF © 2006-2009</div></body></html>"""
