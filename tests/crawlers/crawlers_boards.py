# ruff: noqa: E501 -- markup keeps the lines of the software that writes it
"""Pages as the software of boards writes them: the structure of each, every word and name invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_WORDS = [
    "Has anyone been to the packing place by the river? They told my cousin there are rooms.",
    "Yes. Long hours, and the rooms cost more than they said on the phone.",
    "+1, same here",
    "I was there in spring.\n\nThe bus leaves at five, you pay for it yourself, and nobody gets a copy of the contract.",
    "Thanks for the warning!",
    "Which agent was it? Mine wanted money before I had even seen the papers, so I walked away.",
    "You can ask at the office in the market street, they open on Mondays and cost nothing.",
    "My brother stayed three months. He says the food was fine but the pay came late every time, twice not at all.",
]
_NAMES = ["mira_k", "Old Tom", "sungai88", "Lena", "mira_k", "bricklayer", "Tante Ros", "Old Tom"]


@dataclass(frozen=True)
class Post:
    number: int
    name: str
    text: str
    at: datetime

    @property
    def html(self) -> str:
        return "".join(f"<p>{part}</p>" for part in self.text.split("\n\n"))

    @property
    def breaks(self) -> str:
        return self.text.replace("\n\n", "<br><br>\n")


def posts(count: int = 8) -> list[Post]:
    start = datetime(2026, 9, 14, 18, 5, tzinfo=UTC)
    return [
        Post(4711 + 13 * n, _NAMES[n % 8], _WORDS[n % 8], start + timedelta(hours=31 * n, minutes=7 * n))
        for n in range(count)
    ]


def each(form: Callable[[Post], str]) -> Callable[[list[Post]], str]:
    return lambda talk: "\n".join(form(one) for one in talk)


def phpbb3(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<div id="p{post.number}" class="post has-profile bg{post.number % 2 + 1}"><div class="inner">
<dl class="postprofile" id="profile{post.number}"><dt class="has-profile-rank no-avatar"><div class="avatar-container"></div>
<a href="./memberlist.php?mode=viewprofile&amp;u={post.number % 7}" class="username">{post.name}</a></dt>
<dd class="profile-rank">Regular</dd><dd class="profile-posts"><strong>Posts:</strong> <a href="./search.php?author_id=3">214</a></dd>
<dd class="profile-joined"><strong>Joined:</strong> Tue Jan 06, 2015 9:12 am</dd></dl>
<div class="postbody"><div id="post_content{post.number}"><h3><a href="#p{post.number}">Re: Packing place</a></h3>
<ul class="post-buttons"><li><a href="./posting.php?mode=quote&amp;p={post.number}" title="Reply with quote">Quote</a></li></ul>
<p class="author"><a class="unread" href="./viewtopic.php?p={post.number}#p{post.number}" title="Post">Post</a>
<span class="responsive-hide">by <strong><a href="./memberlist.php?mode=viewprofile&amp;u=3" class="username">{post.name}</a></strong> &raquo; </span>
<time datetime="{post.at.isoformat()}">{post.at:%a %b %d, %Y %I:%M %p}</time></p>
<div class="content">{post.breaks}</div><div id="sig{post.number}" class="signature">Signed: be kind to each other, always.</div></div></div>
<div class="back2top"><a href="#top" class="top" title="Top">Top</a></div></div></div><hr class="divider" />"""

    return f"""<body id="phpbb" class="nojs notouch section-viewtopic"><div id="wrap" class="wrap"><div id="page-header">
<ul id="nav-main" class="nav-main linklist"><li><a href="./faq.php">FAQ</a></li><li><a href="./ucp.php">Login</a></li></ul></div>
<div id="page-body" class="page-body"><h2 class="topic-title"><a href="./viewtopic.php?t=9">Packing place</a></h2>
<div class="action-bar bar-top"><div class="pagination">8 posts &bull; Page 1 of 1</div></div>{each(one)(talk)}
<div class="stat-block"><h3>Who is online</h3><p>Users browsing this forum: No registered users and 1 guest</p></div></div>
<div id="page-footer"><p>Powered by a board on Mon Nov 23, 2026 10:00 am</p></div></div></body>"""


def xenforo(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<article class="message message--post js-post js-inlineModContainer" data-author="{post.name}"
 data-content="post-{post.number}" id="js-post-{post.number}"><span class="u-anchorTarget" id="post-{post.number}"></span>
<div class="message-inner"><div class="message-cell message-cell--user"><section class="message-user">
<div class="message-avatar"></div><div class="message-userDetails"><h4 class="message-name">
<a href="/members/{post.number % 7}/" class="username" data-user-id="3"><span>{post.name}</span></a></h4><h5 class="userTitle message-userTitle">Well-known member</h5></div>
<div class="message-userExtras"><dl class="pairs"><dt>Joined</dt><dd>Jan 6, 2015</dd></dl><dl class="pairs"><dt>Messages</dt><dd>1,214</dd></dl></div></section></div>
<div class="message-cell message-cell--main"><div class="message-main js-quickEditTarget">
<header class="message-attribution"><ul class="message-attribution-main listInline"><li class="u-concealed"><a href="/threads/x.9/post-{post.number}" rel="nofollow">
<time class="u-dt" dir="auto" datetime="{post.at:%Y-%m-%dT%H:%M:%S+0000}" data-time="{int(post.at.timestamp())}" title="{post.at:%b %d, %Y at %I:%M %p}">{post.at:%b %d, %Y}</time></a></li></ul>
<ul class="message-attribution-opposite"><li><a href="/threads/x.9/post-{post.number}">#{post.number}</a></li></ul></header>
<div class="message-content js-messageContent"><div class="message-userContent lbContainer"><article class="message-body js-selectToQuote">
<div class="bbWrapper">{post.breaks}</div></article></div>
<aside class="message-signature"><div class="bbWrapper">Be kind to each other, always, wherever you are.</div></aside></div>
<footer class="message-footer"><div class="message-actionBar actionBar"><a href="/report">Report</a><a href="/reply">Reply</a></div>
<div class="reactionsBar">Lena and two others</div></footer></div></div></div></article>"""

    return f"""<body data-template="thread_view"><div class="p-nav"><a href="/forums/">Forums</a><a href="/whats-new/">What's new</a></div>
<div class="p-body-header"><h1 class="p-title-value">Packing place</h1><ul><li><a class="username" href="/members/1/">mira_k</a></li>
<li><time class="u-dt" datetime="2026-09-14T18:05:00+0000">Sep 14, 2026</time></li></ul></div>
<div class="block block--messages"><div class="block-body js-replyNewMessageContainer">{each(one)(talk)}</div></div>
<div class="block"><h3>Similar threads</h3><div class="structItem"><a href="/threads/y.10/">Rooms in the hills</a><time datetime="2026-01-02T00:00:00+0000">Jan 2, 2026</time></div>
<div class="structItem"><a href="/threads/z.11/">Buses on Sundays</a><time datetime="2026-01-03T00:00:00+0000">Jan 3, 2026</time></div></div></body>"""


def vbulletin(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<li class="postbitlegacy postbitim postcontainer old" id="post_{post.number}"><div class="posthead">
<span class="postdate old"><span class="date">{post.at:%m-%d-%Y},&nbsp;<span class="time">{post.at:%I:%M %p}</span></span></span>
<span class="nodecontrols"><a name="post{post.number}" href="showthread.php?9&amp;p={post.number}" class="postcounter">#{post.number % 30}</a></span></div>
<div class="postdetails"><div class="userinfo"><div class="username_container"><a class="username offline popupctrl" href="member.php?{post.number % 7}"
 title="{post.name} is offline"><strong>{post.name}</strong></a></div><span class="usertitle">Senior Member</span>
<dl class="userinfo_extra"><dt>Join Date</dt> <dd>Jan 2015</dd><dt>Posts</dt> <dd>1,214</dd></dl></div>
<div class="postbody"><div class="postrow has_after_content"><h2 class="title icon">Re: Packing place</h2><div class="content">
<div id="post_message_{post.number}"><blockquote class="postcontent restore ">{post.breaks}</blockquote></div></div></div>
<div class="after_content"><blockquote class="signature restore"><div class="signaturecontainer">Be kind, always, to everyone.</div></blockquote></div></div></div>
<div class="postfoot"><div class="textcontrols"><a class="quickreply" href="newreply.php?p={post.number}">Reply With Quote</a></div></div><hr /></li>"""

    return f"""<body><div id="header"><ul><li>Home</li><li>Forum</li></ul></div><div id="pagetitle"><h1>Thread: <span class="threadtitle"><a href="showthread.php?9">Packing place</a></span></h1></div>
<div id="postlist" class="postlist restrain"><ol id="posts" class="posts" start="1">{each(one)(talk)}</ol></div>
<div class="navlinks"><div id="below_postlist">Page 1 of 1</div></div></body>"""


def smf(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<div class="windowbg{post.number % 2 + 1}"><span class="topslice"><span></span></span><div class="post_wrapper"><div class="poster">
<h4><img src="x.gif" alt="Offline" /> <a href="https://b.example/index.php?action=profile;u={post.number % 7}" title="View the profile of {post.name}">{post.name}</a></h4>
<ul class="reset smalltext" id="msg_{post.number}_extra_info"><li class="postgroup">Full Member</li><li class="postcount">Posts: 214</li></ul></div>
<div class="postarea"><div class="flow_hidden"><div class="keyinfo"><div class="messageicon"></div><h5 id="subject_{post.number}">
<a href="https://b.example/index.php?topic=9.msg{post.number}#msg{post.number}" rel="nofollow">Re: Packing place</a></h5>
<div class="smalltext">&#171; <strong>Reply #{post.number % 30} on:</strong> {post.at:%B %d, %Y, %I:%M:%S %p} &#187;</div></div></div>
<div class="post"><div class="inner" id="msg_{post.number}">{post.breaks}</div></div></div>
<div class="moderatorbar"><div class="smalltext reportlinks">Logged</div><div class="signature" id="msg_{post.number}_signature">Be kind to each other, always.</div></div></div></div><hr class="post_separator" />"""

    return f"""<body><div id="wrapper"><div id="main_menu"><ul><li>Home</li><li>Help</li><li>Login</li></ul></div><div id="forumposts"><div class="cat_bar"><h3 class="catbg">Topic: Packing place &nbsp;(Read 812 times)</h3></div>
<form action="#" method="post">{each(one)(talk)}</form></div><div id="footer_section">SMF 2.0 | Terms</div></div></body>"""


def mybb(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<a name="pid{post.number}" id="pid{post.number}"></a><div class="post classic " style="" id="post_{post.number}"><div class="post_author scaleimages">
<div class="author_information"><strong><span class="largetext"><a href="https://b.example/user-{post.number % 7}.html">{post.name}</a></span></strong><br />
<span class="smalltext">Senior Member</span></div><div class="author_statistics">Posts: 214<br />Joined: Jan 2015</div></div>
<div class="post_content"><div class="post_head"><div class="float_right"><strong><a href="thread-9-post-{post.number}.html#pid{post.number}">#{post.number % 30}</a></strong></div>
<span class="post_date">{post.at:%m-%d-%Y, %I:%M %p}</span></div><div class="post_body scaleimages" id="pid_{post.number}">{post.breaks}</div>
<div class="signature scaleimages">Be kind to each other, always.</div><div class="post_meta" id="post_meta_{post.number}"></div></div>
<div class="post_controls"><div class="postbit_buttons"><a href="newreply.php">Reply</a></div></div></div>"""

    return f"""<body><div id="container"><div id="header"><div class="menu"><ul><li>Portal</li></ul></div></div><div id="content"><table class="tborder"><tr><td class="thead"><strong>Packing place</strong></td></tr>
<tr><td id="posts_container"><div id="posts">{each(one)(talk)}</div></td></tr></table></div></div></body>"""


def discourse(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<div itemprop='comment' itemscope itemtype='http://schema.org/Comment' id='post_{post.number}' class='topic-body crawler-post'>
<div class='crawler-post-meta'><span class="creator" itemprop="author" itemscope itemtype="http://schema.org/Person">
<a itemprop="url" rel='nofollow' href='https://b.example/u/{post.name}'><span itemprop='name'>{post.name}</span></a></span>
<span class="crawler-post-infos"><time itemprop='datePublished' datetime='{post.at:%Y-%m-%dT%H:%M:%SZ}' class='post-time'>{post.at:%B %d, %Y, %I:%M%p}</time>
<span itemprop='position'>{post.number % 30}</span></span></div><div class='post' itemprop='text'>{post.html}</div>
<div itemprop="interactionStatistic" itemscope itemtype="http://schema.org/InteractionCounter"><span class='post-likes'>2 Likes</span></div></div>"""

    return f"""<body class="crawler"><header><a href="/">Board</a></header><div id="main-outlet" class="wrap"><div id="topic-title"><h1><a href="/t/x/9">Packing place</a></h1></div>
<div itemscope itemtype='http://schema.org/DiscussionForumPosting'><meta itemprop='headline' content='Packing place'>{each(one)(talk)}</div></div>
<footer class="container"><nav><a href='/categories'>Categories</a></nav></footer></body>"""


def invision(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<a id='comment-{post.number}'></a><article id='elComment_{post.number}' class='cPost ipsBox ipsComment ipsComment_parent ipsClearfix'>
<aside class='ipsComment_author cAuthorPane ipsColumn'><h3 class='ipsType_sectionHead cAuthorPane_author'><strong><a href='https://b.example/profile/{post.number % 7}-x/' class="ipsType_break">{post.name}</a></strong></h3>
<ul class='cAuthorPane_info'><li>Members</li><li>214 posts</li></ul></aside><div class='ipsColumn ipsColumn_fluid'><div id='comment-{post.number}_wrap' class='ipsComment_content'>
<div class='ipsComment_meta ipsType_light'><div class='ipsComment_header'><p class='ipsPos_left'><a href='https://b.example/topic/9-x/?do=findComment&amp;comment={post.number}' class='ipsType_blendLinks'>Posted
<time datetime='{post.at:%Y-%m-%dT%H:%M:%SZ}' title='{post.at:%m/%d/%y %I:%M  %p}' data-short='1 yr'>{post.at:%B %d}</time></a></p></div></div>
<div class='cPost_contentWrap'><div data-role='commentContent' class='ipsType_normal ipsType_richText ipsContained'>{post.html}</div>
<div class='ipsItemControls'><ul class='ipsComment_controls'><li>Quote</li></ul></div></div></div></div></article>"""

    return f"""<body class='ipsApp'><div id='ipsLayout_header'><ul><li><a href='/'>Forums</a></li></ul></div><div class='ipsPageHeader'><h1 class='ipsType_pageTitle'>Packing place</h1></div>
<div data-role='commentFeed'><form action='#'>{each(one)(talk)}</form></div><aside id='ipsLayout_sidebar'><ul><li>Popular days</li></ul></aside></body>"""


def vanilla(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<li class="Item ItemComment Role_Member" id="Comment_{post.number}"><div class="Comment"><div class="Item-Header CommentHeader"><div class="AuthorWrap">
<span class="Author"><a title="{post.name}" href="/profile/{post.name}" class="PhotoWrap"></a><a href="/profile/{post.name}" class="Username js-userCard">{post.name}</a></span></div>
<div class="Meta CommentMeta"><span class="MItem DateCreated"><a href="/discussion/comment/{post.number}/#Comment_{post.number}" class="Permalink" rel="nofollow">
<time title="{post.at:%B %d, %Y %I:%M%p}" datetime="{post.at.isoformat()}">{post.at:%B %Y}</time></a></span></div></div>
<div class="Item-BodyWrap"><div class="Item-Body"><div class="Message userContent">{post.html}</div><div class="Reactions"></div></div></div></div></li>"""

    return f"""<body id="vanilla_discussion_index"><div id="Panel"><ul class="FilterMenu"><li>Categories</li></ul></div><div class="MessageList Discussion"><h1>Packing place</h1></div>
<div class="CommentsWrap"><ul class="MessageList DataList Comments">{each(one)(talk)}</ul></div></body>"""


def spirit(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<div class="comment js-comment" id="c{post.number}" data-number="{post.number}" data-pk="{post.number}"><div class="comment-avatar"><a href="/user/{post.number % 7}/x/"></a></div>
<div class="comment-blank"></div><div class="comment-content"><div class="comment-info"><ul class="info-user"><li class="info-username"><a href="/user/{post.number % 7}/x/">{post.name}</a></li></ul>
<ul class="info-date"><li><a href="/comment/{post.number}/find/" title="{post.at:%B %d, %Y, %I:%M %p}">{post.at:%d %b %Y}</a></li></ul></div>
<div class="comment-text js-comment-text">{post.html}</div><ul class="comment-action"><li><a href="#">like</a></li></ul></div></div>"""

    return f"""<body><div class="header"><div class="wrapper"><a class="header-logo" href="/">Spirit</a></div></div><div class="wrapper"><h1 class="headline">Packing place</h1>
<div class="comments">{each(one)(talk)}</div></div><footer class="foot">Powered by a board</footer></body>"""


def flaskbb(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<div class="row post-row clearfix"><div class="author col-md-3"><div class="author-box"><div class="author-name h4"><a href="/user/{post.name}">{post.name}</a></div>
<div class="author-title h5">Member</div><div class="author-registered">Joined: Jan 6, 2015</div><div class="author-posts">Posts: 214</div></div></div>
<div class="post-box col-md-9"><div class="post-meta clearfix" id="pid{post.number}"><div class="pull-left"><a href="/post/{post.number}">{post.at:%b %d, %Y %I:%M %p}</a></div><div class="pull-right"><strong>#{post.number % 30}</strong></div></div>
<div class="post-content clearfix">{post.html}<div class="signature"><hr>Be kind, always.</div></div><div class="post-footer clearfix"><a href="#">Reply</a></div></div></div>"""

    return f"""<body><div class="navbar">Forum Memberlist</div><div class="container main-content"><div class="panel page-panel"><div class="panel-heading page-head topic-head"><a href="/topic/9">Packing place</a></div><div class="panel-body page-body">{each(one)(talk)}</div></div></div></body>"""


def misago(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<li id="post-{post.number}" class="post"><div class="panel panel-default panel-post"><div class="panel-body"><div class="row"><div class="col-md-3 post-side post-side-registered"><div class="media"><div class="media-body">
<div class="media-heading"><a class="item-title" href="/u/{post.name}/{post.number}/">{post.name}</a></div><span class="user-title">Members</span></div></div></div>
<div class="col-md-9"><div class="panel-content"><div class="post-heading"><a class="btn btn-link posted-on" href="/t/x/9/post/{post.number}/"><abbr title="{post.at:%B %d, %Y %I:%M %p}">{post.at:%B %d}</abbr></a></div>
<div class="post-body"><article class="misago-markup">{post.html}</article></div><div class="post-footer"><button>Like</button></div></div></div></div></div></div></li>"""

    return f"""<body><nav class="navbar"><a href="/">Misago</a></nav><div class="page-header"><h1>Packing place</h1></div><ul class="posts-list ui-ready">{each(one)(talk)}</ul></body>"""


def phpbb2(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        row = f"row{post.number % 2 + 1}"
        return f"""<tr><td width="150" align="left" valign="top" class="{row}"><span class="name"><a name="{post.number}"></a><b>{post.name}</b></span><br /><span class="postdetails"><br /><br />Joined: 06 Jan 2015<br />Posts: 214</span></td>
<td class="{row}" width="100%" height="28" valign="top"><table width="100%"><tr><td width="100%"><a href="viewtopic.php?p={post.number}#{post.number}"><img src="m.gif" /></a>
<span class="postdetails">Posted: {post.at:%a %b %d, %Y %I:%M %p}<span class="gen">&nbsp;</span>&nbsp; &nbsp;Post subject: Re: Packing place</span></td></tr><tr><td colspan="2"><hr /></td></tr>
<tr><td colspan="2"><span class="postbody">{post.breaks}</span><span class="gensmall"></span></td></tr></table></td></tr>
<tr><td class="{row}" width="150"><span class="nav"><a href="#top" class="nav">Back to top</a></span></td><td class="{row}"><a href="profile.php?mode=viewprofile&amp;u=3">profile</a></td></tr>
<tr><td class="spaceRow" colspan="2" height="1"></td></tr>"""

    return f"""<body><table width="100%"><tr><td><a class="maintitle" href="viewtopic.php?t=9">Packing place</a></td></tr></table>
<table class="forumline" width="100%" cellspacing="1" cellpadding="3" border="0"><tr><th class="thLeft">Author</th><th class="thRight">Message</th></tr>{each(one)(talk)}</table></body>"""


def hackernews(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<tr class='athing comtr' id='{post.number}'><td><table border='0'><tr><td class='ind' indent='0'></td><td valign="top" class="votelinks"></td><td class="default"><div style="margin-top:2px">
<span class="comhead"><a href="user?id={post.name}" class="hnuser">{post.name}</a> <span class="age" title="{post.at:%Y-%m-%dT%H:%M:%S} {int(post.at.timestamp())}"><a href="item?id={post.number}">2 months ago</a></span> <span class="navs"> | <a href="#1">next</a> [–]</span></span></div><br>
<div class="comment"><div class="commtext c00">{post.html}</div><div class='reply'><p><font size="1"><u><a href="reply?id={post.number}">reply</a></u></font></div></div></td></tr></table></td></tr>"""

    return f"""<body><center><table id="hnmain"><tr><td><table><tr class="athing submission" id="9"><td class="title"><span class="titleline"><a href="x">Packing place</a></span></td></tr></table><table class='comment-tree'>{each(one)(talk)}</table></td></tr></table></center></body>"""


def lobsters(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<li class="comments_subtree"><div id="c_{post.number}" class="comment" data-shortid="{post.number}"><div class="voters"><a class="upvoter" href="/login">5</a></div><div class="details"><div class="byline">
<a href="/~{post.name}"></a><a class="u-author" href="/~{post.name}">{post.name}</a> <time title="{post.at:%Y-%m-%d %H:%M:%S}" datetime="{post.at:%Y-%m-%d %H:%M:%S}">2 months ago</time> | <a href="/c/{post.number}">link</a></div>
<div class="comment_text">{post.html}</div></div></div></li>"""

    return f"""<body><header id="nav"><a href="/">Home</a></header><div id="inside"><h1>Packing place</h1><ol class="comments comments1">{each(one)(talk)}</ol></div></body>"""


def wordpress(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<li id="comment-{post.number}" class="comment even thread-even depth-1"><article id="div-comment-{post.number}" class="comment-body"><footer class="comment-meta"><div class="comment-author vcard">
<b class="fn"><a href="http://h.example" rel="external nofollow ugc" class="url">{post.name}</a></b> <span class="says">says:</span></div><div class="comment-metadata"><a href="https://b.example/x/#comment-{post.number}"><time datetime="{post.at.isoformat()}">{post.at:%B %d, %Y at %I:%M %p}</time></a></div></footer>
<div class="comment-content">{post.html}</div><div class="reply"><a rel='nofollow' class='comment-reply-link' href='#'>Reply</a></div></article></li>"""

    return f"""<body><header><h1 class="entry-title">Packing place</h1></header><div id="comments" class="comments-area"><h2>Thoughts</h2><ol class="comment-list">{each(one)(talk)}</ol></div><footer>Proudly powered</footer></body>"""


def plain_table(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<tr bgcolor="#eeeeee"><td><b>{post.name}</b><br><small>{post.at:%d/%m/%Y %H:%M}</small></td><td>{post.breaks}</td></tr>"""

    return f"""<body><h2>Packing place</h2><a href="/">Home</a> | <a href="/new">New</a><table border=1>{each(one)(talk)}</table><p>Page made in 0.02 s</p></body>"""


def malay_list(talk: list[Post]) -> str:
    months = ["Jan", "Feb", "Mac", "Apr", "Mei", "Jun", "Jul", "Ogos", "Sep", "Okt", "Nov", "Dis"]

    def one(post: Post) -> str:
        when = f"{post.at.day} {months[post.at.month - 1]} {post.at.year}, {post.at:%H:%M}"
        return f"""<div class="kiriman" data-id="{post.number}"><div class="kepala"><a class="penulis" href="/ahli/{post.number % 7}">{post.name}</a> <span class="tarikh">{when}</span></div><div class="isi">{post.html}</div><div class="kaki"><a href="#">Balas</a></div></div>"""

    return f"""<body><div class="menu"><a href="/">Utama</a></div><h1>Packing place</h1><div class="senarai">{each(one)(talk)}</div><div class="bawah">Hak cipta 2026</div></body>"""


#: Looked at while the finder was made.
KNOWN = {f.__name__: f for f in (phpbb3, xenforo, vbulletin, smf, mybb, discourse, spirit, wordpress)}
#: Written down before it was tried on them, and only then looked at.
OTHERS = {
    f.__name__: f for f in (invision, vanilla, flaskbb, misago, phpbb2, hackernews, lobsters, plain_table, malay_list)
}
