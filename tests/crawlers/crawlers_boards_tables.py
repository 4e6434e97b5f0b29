# ruff: noqa: E501 -- markup keeps the lines of the software that writes it
"""Boards written down before the finder was tried on them, in many languages: most lay their posts out in tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from crawlers_talks import Post, month

type Markup = Callable[[list[Post]], str]
#: By name: the language, the address, and how the page is written.
LAYOUTS: dict[str, tuple[str, str, Markup]] = {}


def layout(lang: str, url: str) -> Callable[[Markup], Markup]:
    def keep(form: Markup) -> Markup:
        LAYOUTS[form.__name__] = (lang, url, form)
        return form

    return keep


def each(one: Callable[[Post], str], talk: list[Post]) -> str:
    return "\n".join(one(p) for p in talk)


@layout("id", "https://forum.contoh.example/showthread.php?t=88121")
def vb3_table(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f"""<div style="margin:20px; margin-top:5px; "><div class="smallfont" style="margin-bottom:2px">Quote:</div><table cellpadding="6" cellspacing="0" border="0" width="100%"><tr><td class="alt2" style="border:1px inset"><div>Originally Posted by <strong>{p.quoted_name}</strong></div><div style="font-style:italic">{p.quoted}</div></td></tr></table></div>"""
            if p.quoted
            else ""
        )
        e = (
            f"""<div class="smallfont"><em>Last edited by {p.name}; {p.at + timedelta(days=2):%d-%m-%Y} at {p.at:%I:%M %p}.</em></div>"""
            if p.edited
            else ""
        )
        return f'''<!-- post #{p.number} --><div id="edit{p.number}" style="padding:0px 0px 6px 0px"><table id="post{p.number}" class="tborder" cellpadding="6" cellspacing="0" border="0" width="100%" align="center">
<tr><td class="thead" style="font-weight:normal; border-right: 0px"><a name="post{p.number}"><img class="inlineimg" src="s.gif" alt="Old" border="0" /></a> {p.at:%d-%m-%Y}, {p.at:%I:%M %p}</td><td class="thead" style="font-weight:normal" align="right">&nbsp; #<a href="showpost.php?p={p.number}" target="new" id="postcount{p.number}" name="{p.place}"><strong>{p.place}</strong></a></td></tr>
<tr valign="top"><td class="alt2" width="175" style="border-right:0px"><div id="postmenu_{p.number}"><a class="bigusername" href="member.php?u={p.number % 7}">{p.name}</a></div><div class="smallfont">Kaskuser</div><div class="smallfont">&nbsp;<br /><div>Join Date: Jan 2009</div><div>Posts: 1,204</div></div></td>
<td class="alt1" id="td_post_{p.number}" style="border-right:0px"><div class="smallfont"><strong>Re: Pabrik pengemasan</strong></div><hr size="1" style="color:#D1D1E1" /><div id="post_message_{p.number}">{q}{p.breaks}</div><div>__________________<br />Jual beli aman pakai rekber, hubungi toko kami.</div>{e}</td></tr>
<tr><td class="alt2"><img src="offline.gif" alt="{p.name} is offline" /></td><td class="alt1" align="right"><a href="newreply.php?do=newreply&amp;p={p.number}">Reply With Quote</a></td></tr></table></div><!-- / post -->'''

    sim = "".join(
        f'<tr><td class="alt1" align="left"><a href="showthread.php?t={n}">Lowongan gudang {n}</a></td><td class="alt2"><a href="member.php?u={n}">budi{n}</a></td><td class="alt1">Loker</td><td class="alt2" align="center">{n}</td><td class="alt1" align="right">0{n}-02-2018 <span class="time">09:1{n} AM</span></td></tr>'
        for n in range(1, 6)
    )
    return f"""<html dir="ltr" lang="id"><head><title>Pabrik pengemasan - Forum</title><meta name="generator" content="vBulletin 3.8.4" /></head><body><table class="tborder"><tr><td class="alt1"><span class="navbar"><a href="index.php">Forum</a> &gt; <a href="forumdisplay.php?f=3">Loker</a></span></td><td class="alt2"><form action="login.php"><table><tr><td class="smallfont"><label>User Name</label></td><td><input name="u" /></td></tr><tr><td>Password</td><td><input type="password" /></td></tr></table></form></td></tr></table>
<table class="tborder"><tr><td class="tcat"><div class="smallfont">&nbsp;<strong>Thread Tools</strong></div></td></tr></table><div id="posts">{each(one, talk)}</div><div id="lastpost"></div>
<table class="tborder" id="similar"><thead><tr><td class="tcat" colspan="5">Similar Threads</td></tr></thead><tr class="thead"><td>Thread</td><td>Thread Starter</td><td>Forum</td><td>Replies</td><td>Last Post</td></tr>{sim}</table>
<div class="smallfont" align="center">All times are GMT +7. The time now is <span class="time">09:14 AM</span>.</div></body></html>"""


@layout("ru", "https://forum.primer.example/viewtopic.php?t=3312")
def subsilver_russian(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<div class="quotetitle">{p.quoted_name} писал(а):</div><div class="quotecontent">{p.quoted}</div><br />'
            if p.quoted
            else ""
        )
        row = f"row{p.place % 2 + 1}"
        mon = ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"][p.at.month - 1]
        day = ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"][p.at.weekday()]
        e = (
            f'<br /><span class="gensmall">Последний раз редактировалось {p.name} {day} {mon} {p.at.day + 2:02d}, {p.at.year} 10:02, всего редактировалось 1 раз.</span>'
            if p.edited
            else ""
        )
        return f'''<table class="tablebg" width="100%" cellspacing="1"><tr class="{row}"><td align="center" valign="middle"><a name="p{p.number}"></a><b class="postauthor">{p.name}</b></td><td width="100%" height="25"><table width="100%" cellspacing="0"><tr><td class="gensmall" width="100%"><div style="float: left;">&nbsp;<b>Заголовок сообщения:</b> Упаковочная фабрика</div><div style="float: right;"><a href="./viewtopic.php?p={p.number}#p{p.number}"><img src="i.gif" /></a><b>Добавлено:</b> {day} {mon} {p.at.day:02d}, {p.at.year} {p.at:%H:%M}&nbsp;</div></td></tr></table></td></tr>
<tr class="{row}"><td valign="top" class="profile"><table cellspacing="4" align="center" width="150"><tr><td>Не в сети</td></tr><tr><td class="postdetails">Завсегдатай</td></tr></table><span class="postdetails"><br /><b>Зарегистрирован:</b> Вт янв 06, 2009 9:12<br /><b>Сообщения:</b> 214<br /><b>Откуда:</b> Тверь</span></td><td valign="top"><table width="100%" cellspacing="5"><tr><td><div class="postbody">{q}{p.breaks}</div><br /><div class="postbody signature">_________________<br />Тише едешь, дальше будешь.</div>{e}<br clear="all" /></td></tr></table></td></tr>
<tr class="{row}"><td class="profile"><strong><a href="#wrapheader">Вернуться наверх</a></strong></td><td><div class="gensmall" style="float: left;"><a href="./memberlist.php?mode=viewprofile&amp;u=3"><img alt="Профиль" /></a></div></td></tr><tr><td class="spacer" colspan="2" height="1"><img src="s.gif" /></td></tr></table>'''

    return f"""<html lang="ru"><head><title>Просмотр темы - Упаковочная фабрика</title></head><body class="ltr"><div id="wrapheader"><table width="100%"><tr><td>Текущее время: Чт апр 04, 2019 11:22</td></tr></table></div><div id="wrapcentre"><div id="pageheader"><h2><a class="titles" href="./viewtopic.php?t=3312">Упаковочная фабрика</a></h2></div><div id="pagecontent"><table width="100%"><tr><td class="gensmall">Страница <strong>1</strong> из <strong>1</strong> [ Сообщений: {len(talk)} ]</td></tr></table>{each(one, talk)}</div>
<table class="tablebg"><tr><td class="row1"><p class="gensmall">Сейчас этот форум просматривают: нет зарегистрированных пользователей и гости: 2</p></td></tr></table></div></body></html>"""


@layout("pt", "https://www.clube.example/topic/5521-fabrica/")
def ipb3_portuguese(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<p class="citation">Em {p.at:%d/%m/%Y} às 10:02, {p.quoted_name} disse:</p><div class="blockquote"><div class="quote"><p>{p.quoted}</p></div></div>'
            if p.quoted
            else ""
        )
        e = (
            f'<p class="edit"><strong>Editado por {p.name}, {p.at.day + 2} {month("pt", p.at)} {p.at.year} - 09:00 .</strong></p>'
            if p.edited
            else ""
        )
        return f'''<div class="post_block hentry clear clearfix " id="post_id_{p.number}"><a id="entry{p.number}"></a><div class="post_wrap"><h3 class="row2"><span class="post_id right ipsType_small desc blend_links"><a itemprop="replyToUrl" data-entry-pid="{p.number}" href="#entry{p.number}">#{p.place}</a></span>
<span itemprop="creator name" class="author vcard"><a class="url fn name ___hover___member" href="https://www.clube.example/user/{p.number % 7}-x/"><span itemprop="name">{p.name}</span></a></span></h3><div class="author_info"><div class="user_details"><ul class="basic_info"><li class="group_title">Membros</li><li class="post_count desc lighter">1.204 posts</li></ul><ul class="custom_fields"><li><span class="ft">Localização:</span><span class="fc">Santos</span></li></ul></div></div>
<div class="post_body"><p class="posted_info desc lighter ipsType_small">Postado <abbr class="published" itemprop="commentTime" title="{p.at:%Y-%m-%dT%H:%M:%S+00:00}">{p.at.day:02d} {month("pt", p.at)} {p.at.year} - {p.at:%H:%M}</abbr></p><div itemprop="commentText" class="post entry-content ">{q}{p.html}<br />{e}</div><div class="signature" data-memberid="3"><p>Quem espera sempre alcança.</p></div>
<ul id="postControlsNormal_{p.number}" class="post_controls clear clearfix"><li class="top hide"><a href="#ipboard_body">Voltar ao topo</a></li><li><a href="#">Denunciar</a></li></ul></div></div></div><hr />'''

    return f"""<html lang="pt"><head><title>Fábrica - Clube</title></head><body id="ipboard_body"><div id="ipbwrapper"><div id="branding"></div><div id="primary_nav"><ul><li><a href="/">Fóruns</a></li><li><a href="/members/">Membros</a></li></ul></div><div id="content"><h1 itemprop="name" class="ipsType_pagetitle">Fábrica de embalagens</h1><div class="desc lighter blend_links">Iniciado por <a href="/user/1-x/">mira_k</a>, 04 mar 2019</div>
<div class="topic hfeed clear clearfix">{each(one, talk)}</div><div id="topic_stats" class="statistics clear clearfix"><div id="active_users_title">1 usuário(s) está(ão) lendo este tópico</div><p class="statistics_brief desc">0 membros, 1 visitantes, 0 membros anônimos</p></div></div></div></body></html>"""


@layout("tr", "https://www.meydan.example/index.php?showtopic=4410")
def ipb2_turkish(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f"<div class='quotetop'>Alıntı({p.quoted_name} @ {p.at.day} {month('tr', p.at)} {p.at.year}, 10:02)</div><div class='quotemain'>{p.quoted}</div>"
            if p.quoted
            else ""
        )
        e = (
            f"<p class='edit'>Bu mesaj <b>{p.name}</b> tarafından düzenlenmiştir: <b>{p.at.day + 2} {month('tr', p.at)} {p.at.year}, 09:00</b></p>"
            if p.edited
            else ""
        )
        return f"""<!--Begin Msg Number {p.number}--><table class='ipbtable' cellspacing="1"><tr><td valign="middle" class="row2" width="1%"><div id="post-member-{p.number}" class='popmenubutton-new-out'><span class="normalname"><a href='index.php?showuser={p.number % 7}'>{p.name}</a></span></div></td><td class="row2" valign="top" width="99%"><div style="float: left;" class="desc"><img src='t.gif' alt='post' /> {p.at.day} {month("tr", p.at)} {p.at.year}, {p.at:%H:%M}</div><div align="right"><span class="postdetails">İleti <a title="Show the link to this post" href="#">#{p.place}</a></span></div></td></tr>
<tr><td valign="top" class="post2"><div align='center'><span class="postdetails"><br />Üye<br /><img src="pip.gif" /><br /><br />Grup: Üyeler<br />İleti: 1.204<br />Kayıt: 6-Ocak 09<br />Üye No: {p.number % 7}<br /></span></div></td><td width="100%" valign="top" class="post2" id='post-main-{p.number}'><div class="postcolor" id='post-{p.number}'>{q}{p.breaks}<!--IBF.ATTACHMENT_{p.number}--></div>{e}<br /><br />--------------------<br /><div class="signature">Sabreden derviş muradına ermiş.</div></td></tr>
<tr><td class="formbuttonrow" nowrap="nowrap"><div style='text-align:left'><a href="javascript:scroll(0,0);">Başa dön</a></div></td><td class="formbuttonrow" nowrap="nowrap"><div align="right"><a href="index.php?act=post&amp;qpid={p.number}">Cevapla</a></div></td></tr></table>"""

    return f"""<html lang="tr"><head><title>Paketleme fabrikası -> Meydan</title></head><body><div id="ipbwrapper"><div id="submenu"><a href="#">Yardım</a> <a href="#">Arama</a> <a href="#">Üyeler</a></div><table width="100%" id="userlinks"><tr><td><b>Hoş geldiniz Ziyaretçi</b> ( <a href="#">Giriş</a> | <a href="#">Kayıt ol</a> )</td></tr></table><div class="borderwrap"><div class="maintitle"><p><b>Paketleme fabrikası</b></p></div>{each(one, talk)}<div class="catend"></div></div>
<div class="borderwrap" style="padding:5px"><div class="formsubtitle">1 kişi bu konuyu okuyor (1 ziyaretçi ve 0 gizli kullanıcı)</div><div class="row1">0 üye:</div></div><div align="center" class="desc">Şu anki zaman: 4 Nisan 2019 - 11:22</div></div></body></html>"""


@layout("fr", "https://atelier.example/viewtopic.php?id=771")
def punbb_french(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<div class="quotebox"><cite>{p.quoted_name} a écrit&#160;:</cite><blockquote><div><p>{p.quoted}</p></div></blockquote></div>'
            if p.quoted
            else ""
        )
        when = f"Hier {p.at:%H:%M:%S}" if p is talk[-1] and len(talk) > 3 else f"{p.at:%Y-%m-%d %H:%M:%S}"
        e = (
            f'<p class="postedit"><em>Dernière modification par {p.name} ({p.at + timedelta(days=2):%Y-%m-%d %H:%M:%S})</em></p>'
            if p.edited
            else ""
        )
        return f"""<div id="p{p.number}" class="blockpost row{"odd" if p.place % 2 else "even"}{" firstpost blockpost1" if p.place == 1 else ""}"><h2><span><span class="conr">#{p.place}</span> <a href="viewtopic.php?pid={p.number}#p{p.number}">{when}</a></span></h2><div class="box"><div class="inbox"><div class="postbody"><div class="postleft"><dl><dt><strong><a href="profile.php?id={p.number % 7}">{p.name}</a></strong></dt><dd class="usertitle"><strong>Membre</strong></dd><dd><span>Lieu&#160;: Rouen</span></dd><dd><span>Inscription&#160;: 2009-01-06</span></dd><dd><span>Messages&#160;: 1 204</span></dd></dl></div>
<div class="postright"><h3>{"Re : " if p.place > 1 else ""}Usine d'emballage</h3><div class="postmsg">{q}{p.html}{e}</div><div class="postsignature postmsg"><hr /><p>Pierre qui roule n'amasse pas mousse.</p></div></div></div></div><div class="inbox"><div class="postfoot clearb"><div class="postfootleft"><p><span>Hors ligne</span></p></div></div></div></div></div>"""

    now = (talk[-1].at + timedelta(days=1)).strftime("%Y-%m-%d")
    return f"""<html lang="fr"><head><title>Usine d'emballage / Atelier</title></head><body><div id="punviewtopic" class="pun"><div class="punwrap"><div id="brdheader" class="block"><div class="box"><div id="brdtitle" class="inbox"><h1><a href="index.php">Atelier</a></h1></div><div id="brdmenu" class="inbox"><ul><li><a href="index.php">Accueil</a></li></ul></div></div></div><div id="brdmain">{each(one, talk)}</div><div id="brdfooter" class="block"><p>Nous sommes le {now} 21:10:00</p></div></div></div></body></html>"""


@layout("zh", "https://bbs.jiangbian.example/forum.php?mod=viewthread&tid=20917")
def discuz_chinese(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<div class="quote"><blockquote><font size="2"><a href="forum.php?goto=findpost&amp;pid=1"><font color="#999999">{p.quoted_name} 发表于 2019-3-4 18:05</font></a></font><br />\n{p.quoted}</blockquote></div><br />'
            if p.quoted
            else ""
        )
        e = (
            f'<i class="pstatus"> 本帖最后由 {p.name} 于 2019-3-{p.at.day + 2} 10:02 编辑 </i><br />\n<br />'
            if p.edited
            else ""
        )
        d = f"{p.at.year}-{p.at.month}-{p.at.day} {p.at:%H:%M:%S}"
        when = f'<span title="{d}">{(talk[-1].at - p.at).days + 1}&nbsp;天前</span>' if p.place > 2 else d
        return f"""<div id="post_{p.number}" ><table id="pid{p.number}" class="plhin" summary="pid{p.number}" cellspacing="0" cellpadding="0"><tr><td class="pls" rowspan="2"><div id="favatar{p.number}" class="pls favatar"><div class="pi"><div class="authi"><a href="home.php?mod=space&amp;uid={p.number % 7}" target="_blank" class="xw1">{p.name}</a></div></div><div class="tns xg2"><table><th><p><a href="#" class="xi2">31</a></p>主题</th><td><p><a class="xi2">214</a></p>帖子</td></table></div><p><em><a href="#">高级会员</a></em></p><dl class="pil cl"><dt>注册时间</dt><dd>2009-1-6</dd></dl></div></td>
<td class="plc"><div class="pi"><strong><a href="forum.php?mod=redirect&amp;pid={p.number}" id="postnum{p.number}"><em>{p.place}</em><sup>#</sup></a></strong><div class="pti"><div class="authi"><img class="authicn vm" src="o.gif" /><em id="authorposton{p.number}">发表于 {when}</em><span class="pipe">|</span><a href="#">只看该作者</a></div></div></div><div class="pct"><div class="pcb"><div class="t_fsz"><table cellspacing="0" cellpadding="0"><tr><td class="t_f" id="postmessage_{p.number}">{e}{q}{p.breaks}</td></tr></table></div><div id="comment_{p.number}" class="cm"></div></div></div></td></tr><tr><td class="plc plm"><div class="sign">路遥知马力，日久见人心。</div></td></tr><tr><td class="pls"></td><td class="plc"><div class="po hin"><div class="pob cl"><em><a class="fastre" href="#">回复</a></em><p><a href="#">举报</a></p></div></div></td></tr><tr class="ad"><td class="pls"></td><td class="plc"><div class="a_pr">本站招商 电话洽谈 优惠多多</div></td></tr></table></div>"""

    return f"""<html xmlns="http://www.w3.org/1999/xhtml"><head><title>河边的包装厂 - 江边论坛</title><meta name="generator" content="Discuz! X3.4" /></head><body id="nv_forum" class="pg_viewthread"><div id="toptb" class="cl"><a href="#">设为首页</a></div><div id="hd"><div id="um"><form><label>用户名</label><input name="username" /><label>密码</label></form></div></div><div id="wp" class="wp"><div id="pgt" class="pgs"><a href="#">发帖</a></div><div id="postlist" class="pl bm"><table><tr><td class="pls ptn pbn"><div class="hm ptn"><span class="xg1">查看:</span> <span class="xi1">812</span></div></td><td class="plc ptm pbn vwthd"><h1 class="ts"><span id="thread_subject">河边的包装厂</span></h1></td></tr></table>{each(one, talk)}<div id="postlistreply" class="pl"><div id="post_new" class="viewthread_table" style="display: none"></div></div></div></div><div id="ft"><p>GMT+8, 2019-4-4 11:22 , Processed in 0.03 second(s)</p></div></body></html>"""


@layout("de", "https://www.werkbank.example/thread/9912-packerei/")
def woltlab_german(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<blockquote class="quoteBox collapsibleBbcode"><div class="quoteBoxTitle"><span class="quoteBoxTitle">Zitat von {p.quoted_name}</span></div><div class="quoteBoxContent"><p>{p.quoted}</p></div></blockquote>'
            if p.quoted
            else ""
        )

        def t(at: datetime) -> str:
            return f'<time datetime="{at:%Y-%m-%dT%H:%M:%S+01:00}" class="datetime" data-timestamp="{int(at.timestamp())}" data-date="{at.day}. {month("de", at)} {at.year}" data-time="{at:%H:%M}" data-offset="3600">{at.day}. {month("de", at)} {at.year}</time>'

        e = (
            f'<div class="messageFooterNotes"><p class="messageFooterNote">Einmal editiert, zuletzt von <a href="/user/3/">{p.name}</a> ({t(p.at + timedelta(days=2))})</p></div>'
            if p.edited
            else ""
        )
        return f'''<li id="post{p.number}" class="anchorFixedHeader {"topReply" if p.place == 2 else ""}"><article class="wbbPost message messageSidebarOrientationLeft jsClipboardObject jsMessage userOnlineGroupMarking3" data-post-id="{p.number}" itemprop="comment" itemscope itemtype="http://schema.org/Comment" itemid="https://www.werkbank.example/thread/9912/?postID={p.number}#post{p.number}"><meta itemprop="datePublished" content="{p.at:%Y-%m-%dT%H:%M:%S+01:00}">
<aside role="presentation" class="messageSidebar member" itemprop="author" itemscope itemtype="http://schema.org/Person"><div class="messageAuthor"><div class="messageAuthorContainer"><a href="/user/{p.number % 7}-x/" class="username userLink" data-user-id="3" itemprop="url"><span itemprop="name">{p.name}</span></a></div><div class="userTitle"><span class="badge userTitleBadge">Schüler</span></div></div><div class="userCredits"><dl class="plain dataList"><dt>Beiträge</dt><dd>214</dd><dt>Dabei seit</dt><dd>6. Januar 2009</dd></dl></div></aside>
<div class="messageContent"><header class="messageHeader"><div class="messageHeaderBox"><ul class="messageHeaderMetaData"><li><a href="/thread/9912/?postID={p.number}" rel="nofollow" class="permalink messagePublicationTime">{t(p.at)}</a></li></ul></div><ul class="messageQuickOptions"><li><a href="#" class="jsTooltip">#{p.place}</a></li></ul></header><div class="messageBody"><div class="messageText" itemprop="text">{q}{p.html}</div></div><footer class="messageFooter">{e}<div class="messageSignature"><div><p>Wer rastet, der rostet.</p></div></div><div class="messageFooterGroup"><ul class="messageFooterButtons buttonList"><li><a href="#" class="button">Zitieren</a></li></ul></div></footer></div></article></li>'''

    ad = '<li><article class="wbbPost message messageSidebarOrientationLeft"><div class="messageContent"><div class="messageBody"><div class="messageText">Anzeige: Werkzeug zum halben Preis, nur diese Woche im Markt.</div></div></div></article></li>'
    rows = [one(p) for p in talk]
    body = "\n".join([*rows[:1], ad, *rows[1:]])
    return f"""<html lang="de"><head><title>Packerei - Werkbank</title></head><body id="tpl_wbb_thread" data-template="thread"><nav class="mainMenu"><ol><li><a href="/">Forum</a></li></ol></nav><div id="main" class="layoutBoundary"><div id="content" class="content"><header class="contentHeader"><h1 class="contentTitle"><a href="/thread/9912/">Packerei</a></h1><ul class="inlineList contentHeaderMetaData"><li><a href="/user/1/" class="userLink">mira_k</a></li><li><time datetime="2019-03-04T18:05:00+01:00" class="datetime">4. März 2019</time></li></ul></header><div class="section"><ul class="wbbThreadPostList messageList jsClipboardContainer">{body}</ul></div></div></div>
<section class="box"><h2 class="boxTitle">Ähnliche Themen</h2><ul class="containerList">{"".join(f'<li class="box32"><div><h3><a href="/thread/{n}/">Zimmer am Hang {n}</a></h3><small><a href="/user/{n}/" class="userLink">heinz{n}</a> - <time datetime="2018-0{n}-02T10:00:00+01:00">2. 0{n}. 2018</time></small></div></li>' for n in range(1, 5))}</ul></section></body></html>"""


@layout("vi", "https://diendan.example/yaf_postst771_Xuong-dong-goi.aspx")
def yaf_vietnamese(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<div class="quote"><span class="quotetitle">{p.quoted_name} đã viết:</span><div class="innerquote">{p.quoted}</div></div>'
            if p.quoted
            else ""
        )
        e = (
            f'<div class="editedinfo" title="Sửa"><em class="smallfont">Được sửa {p.at.day + 2}/03/2019 bởi thành viên</em></div>'
            if p.edited
            else ""
        )
        alt = "_Alt" if p.place % 2 == 0 else ""
        return f'''<tr class="postheader"><td width="140px" id="NameCell" class="postUser"><a id="post{p.number}" name="post{p.number}"></a><a href="/yaf_profile{p.number % 7}-x.aspx" id="UserProfileLink_{p.place}" class="UserPopMenuLink" title="View profile"><b>{p.name}</b></a></td><td width="80%" class="postPosted"><div class="leftItem postedLeft"><b><a href="/yaf_postsm{p.number}.aspx#post{p.number}">#{p.place}</a> Gửi:</b> <abbr class="timeago" title="{p.at:%Y-%m-%dT%H:%M:%SZ}">{p.at:%d/%m/%Y %H:%M:%S}(UTC)</abbr></div><div class="rightItem postedRight"><a href="#">Trích dẫn</a></div></td></tr>
<tr class="post{alt}"><td valign="top" height="100" class="UserBox" colspan="1"><div class="yafUserBox"><div class="section">Cấp bậc: Thành viên<br /></div><div class="section">Gia nhập: 06/01/2009<br />Bài viết: 214<br />Đến từ: Huế</div></div></td><td valign="top" class="message"><div class="postdiv"><div id="DisplayPost{p.number}" class="selectionQuoteable">{q}{p.breaks}</div>{e}<div class="signature">Có công mài sắt có ngày nên kim.</div></div></td></tr><tr class="postfooter"><td class="small postTop"><a href="javascript:scroll(0,0)">Lên đầu trang</a></td><td class="postfooter postInfoBottom">&nbsp;</td></tr><tr class="postsep"><td colspan="2"></td></tr>'''

    return f"""<html lang="vi"><head><title>Xưởng đóng gói</title></head><body><div class="yafnet"><div class="yafPageLink"><a href="/">Diễn đàn</a></div><table class="content postHeader" width="100%"><tr><td class="postTitle"><strong>Xưởng đóng gói</strong></td></tr></table><table class="content LastPosts postContainer" width="100%">{each(one, talk)}</table><table class="activeuser"><tr><td>Ai đang xem chủ đề này? Khách (2)</td></tr></table><p>Di chuyển nhanh. Bạn không thể tạo chủ đề mới trong diễn đàn này. Bạn không thể trả lời chủ đề trong diễn đàn này.</p></div></body></html>"""


@layout("en", "https://lists.old.example/index.php?t=msg&th=771")
def fudforum(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<div class="hq"><cite>{p.quoted_name} wrote on Mon, 04 March 2019 18:05</cite><blockquote>{p.quoted}</blockquote></div>'
            if p.quoted
            else ""
        )
        e = (
            f'<div class="al"><p><span class="SmallText">[Updated on: {p.at + timedelta(days=2):%a, %d %B %Y %H:%M}]</span></p></div>'
            if p.edited
            else ""
        )
        return f"""<table cellspacing="0" cellpadding="0" class="ContentTable"><tr><td class="MsgSpacer"><table cellspacing="0" cellpadding="0" class="MsgTable"><tr><td class="MsgR1 vt al expanded"><a name="msg_num_{p.place}"></a><a name="msg_{p.number}"></a><span class="MsgSubText"><a href="index.php?t=msg&amp;goto={p.number}#msg_{p.number}" class="MsgSubText">Re: Packing place</a></span> <span class="SmallText">[<a href="index.php?goto={p.number}">message #{p.number}</a>{f' is a reply to <a href="#">message #{p.number - 13}</a>' if p.place > 1 else ""}]</span></td><td class="MsgR1 vt ar"><span class="DateText">{p.at:%a, %d %B %Y %H:%M}</span></td></tr>
<tr class="MsgR2"><td class="MsgR2" colspan="2"><table cellspacing="0" cellpadding="0" class="ContentTable"><tr class="MsgR2"><td class="msgud"><img src="offline.png" /> <a href="index.php?t=usrinfo&amp;id={p.number % 7}">{p.name}</a></td><td class="msgud"><div class="ctags"><b>Messages:</b> 214<br /><b>Registered:</b> January 2009 <br /><b>Location:</b> Leeds</div></td><td class="msgot"><div class="ctags">Senior Member</div></td></tr></table></td></tr><tr><td colspan="2" class="MsgR3"><span class="MsgBodyText">{q}{p.breaks}</span>{e}<br /><br /><hr class="sig" />Be kind, always.</td></tr><tr><td colspan="2" class="MsgToolBar"><table><tr><td class="al nw"><a href="#">Report message</a></td></tr></table></td></tr></table></td></tr></table>"""

    return f"""<html lang="en"><head><title>Old lists: Packing place</title></head><body><div class="header"><form action="x"><input name="srch" /></form></div><table class="wa"><tr><td>Home &raquo; Talk &raquo; Packing place</td></tr></table>{each(one, talk)}<table><tr><td class="GenText">Goto Forum: </td></tr></table><div>Current Time: Thu Apr 04 11:22:10 UTC 2019</div><p>Total time taken to generate the page: 0.01 seconds</p></body></html>"""


@layout("en", "https://www.phor.example/read.php?3,1221")
def phorum(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = "".join(
            f'<blockquote class="bbcode"><div><small>Quote<br/></small><strong>{p.quoted_name}</strong><br/>{p.quoted}</div></blockquote>'
            if p.quoted
            else ""
        )
        return f"""<a name="msg-{p.number}"></a><div class="message"><div class="generic"><table border="0" cellspacing="0"><tr><td width="100%"><div class="message-author icon-user"><a href="profile.php?3,{p.number % 7}">{p.name}</a></div><small><strong>{"Re: " if p.place > 1 else ""}Packing place</strong><br/>{p.at:%B %d, %Y %I:%M%p}</small></td><td class="message-user-info" nowrap="nowrap">Registered: 10 years ago<br/>Posts: 214</td></tr></table></div><div class="message-body">{q}{p.breaks}<div class="message-options"><a class="icon icon-comment-add" href="#REPLY" rel="nofollow">Reply</a></div></div></div>"""

    return f"""<html lang="en"><head><title>Packing place</title></head><body><div id="phorum"><div class="logged-in">Welcome! <a href="login.php">Log In</a></div><div id="breadcrumb"><a href="/">Home</a> &gt; <a href="list.php?3">Talk</a></div><div class="nav"><a class="icon" href="list.php?3">Forum List</a></div>{each(one, talk)}<div class="nav">Newer Topic</div><div id="thread-options" class="nav"><p>Sorry, only registered users may post in this forum.</p></div></div></body></html>"""


@layout("ar", "https://muntada.example/community/work/factory/")
def wpforo_arabic(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f"<blockquote><p><strong>نشرت بواسطة: {p.quoted_name}</strong></p><p>{p.quoted}</p></blockquote>"
            if p.quoted
            else ""
        )
        return f'''<div id="post-{p.number}" data-postid="{p.number}" data-userid="3" class="post-wrap wpfn-{p.place} wpforo-reply"><div class="wpforo-post wpfcl-1"><div class="wpf-left"><div class="author-avatar"></div><div class="author-data"><div class="author-name"><span class="wpfsx">{p.name}</span></div><div class="author-title wpfcl-0"><span title="العنوان">عضو نشط</span></div><div class="author-joined"><span class="wpf-avt">انضم:</span> منذ 9 سنوات</div><div class="author-posts">المشاركات: 214</div></div></div>
<div class="wpf-right"><div class="wpforo-post-content-top"><div class="wpf-post-starter">بداية الموضوع</div><span class="cbleft wpfcl-0"><span class="bar-divider"></span>{p.at.day:02d}/{p.at.month:02d}/{p.at.year} {p.at:%I:%M} {"م" if p.at.hour >= 12 else "ص"}</span></div><div class="wpforo-post-content">{q}{p.html}</div><div class="wpforo-post-content-bottom"><div class="cbleft wpfcl-0"></div><div class="wpforo-post-signature"><div class="signature-content">الصبر مفتاح الفرج</div></div></div></div></div></div>'''

    return f"""<html dir="rtl" lang="ar"><head><title>مصنع التعبئة</title></head><body class="rtl"><div id="wpforo-wrap"><div class="wpforo-menu"><ul><li>الرئيسية</li><li>الأعضاء</li></ul></div><div class="wpf-head-bar"><h1 id="wpforo-title">مصنع التعبئة</h1></div><div class="wpforo-post-list">{each(one, talk)}</div><div class="wpforo-related"><div class="wpf-box-outside">مواضيع ذات صلة</div>{"".join(f'<div class="wpf-related-topic"><a href="/community/x{n}/">غرف في الجبل {n}</a> <span>منذ {n} سنوات</span></div>' for n in range(3, 7))}</div></div></body></html>"""


@layout("pt", "https://www.portal.example/forum/trabalho/3312-fabrica")
def kunena_portuguese(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<blockquote><p class="kmsgtext-quote">{p.quoted_name} escreveu: {p.quoted}</p></blockquote>'
            if p.quoted
            else ""
        )
        return f'''<div class="row-fluid message"><div class="span2 hidden-phone"><ul class="unstyled center profilebox"><li><strong><a class="kwho-user" href="/forum/user/{p.number % 7}-x" title="Ver perfil de {p.name}">{p.name}</a></strong></li><li><span class="label">Offline</span></li><li><strong>Membro sênior</strong></li><li>Postagens: 214</li></ul></div>
<div class="span10 message-published"><small class="text-muted pull-right hidden-phone"><span class="icon icon-clock"></span><span title="{p.at.day:02d} {month("pt", p.at)[:3].capitalize()} {p.at.year} {p.at:%H:%M}">7 anos 8 meses atrás</span> <a href="#{p.number}" id="{p.number}">#{p.number}</a></small><div class="badger-left badger-info khistory" data-badger="{p.name} respondeu ao tópico"><div class="kmessage"><h3 title="Fábrica">Fábrica de embalagens</h3><p class="kmsg">{q}{p.breaks}</p></div></div><div class="ksig"><hr><span class="ksignature">Quem espera sempre alcança.</span></div><div class="clearfix"><p>Por favor <a href="/login">Entrar</a> ou <a href="/reg">Registrar</a> para participar da conversa.</p></div></div></div>'''

    return f"""<html lang="pt-br"><head><title>Fábrica de embalagens - Fórum</title></head><body class="site com_kunena"><div id="kunena" class="layout"><div class="navbar"><ul class="nav"><li><a href="/forum">Índice</a></li></ul></div><h1>Fábrica de embalagens</h1><div class="kfrontend">{each(one, talk)}</div><div class="pull-right text-muted">Moderadores: ze, ana</div><p>Tempo para a criação da página: 0.121 segundos</p></div></body></html>"""
