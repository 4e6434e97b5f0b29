"""Words by which boards in many languages name their parts: in class names, in addresses, and in what readers see."""

from __future__ import annotations

#: What a post is called in class names and ids.
POST = (
    "post|message|comment|h?review|reply|replies|answer|posting|entry|topic-?post|msg|pid|beitrag|kommentar|antwort|comentario"
    "|mensaje|respuesta|mensagem|resposta|commentaire|reponse|messaggio|commento|risposta|komentarz|odpowiedz|wpis"
    "|komentar|pesan|balasan|kiriman|yorum|mesaj|yanit|bai-viet|tra-loi|soobshchenie"
)
#: What the one who wrote it is called there.
AUTHOR = (
    "penulis|pengirim|pengguna|ahli|autor|auteur|usuario|utilisateur|verfasser|benutzer|autore|utente|yazar|uye"
    "|uzytkownik|tac-gia|thanh-vien|sender|writer|posted-by"
)
#: Folders and parameters of addresses that lead to a member's own page.
MEMBER = (
    "users?|members?|membre|profiles?|authors?|people|profil|perfil|usuarios?|utilisateurs?|benutzer|mitglieder"
    "|pengguna|ahli|anggota|utenti|uzytkownik|uye|kullanici|thanh-vien|korisnik|gebruiker|medlem"
)
#: Where wikis keep the pages of those who write them.
WIKI_MEMBER = (
    "user|benutzer(in)?|utilisat(eur|rice)|usuari[oa]|usuário|utente|gebruiker|användare|bruker|wikipedyst(a|ka)|участни(к|ца)"
    "|користувач|利用者|用户|使用者|사용자|pengguna|kullanıcı|thành_viên|utilizator|käyttäjä|wikipedista|ผู้ใช้|مستخدم|کاربر"
)
#: Before or beside a date that is not of writing: of joining, of a last visit, of birth.
JOINED = (
    r"join(ed)?|regist\w+|member since|mitglied seit|dabei seit|beigetreten|inscri(t|ption|to)|(miembro|membro) d\w+"
    r"|sertai\w*|sejak|bergabung|kayıt|üyelik|katılma|lid sinds|dołączył\w*|рег\w+|зарегистр\w+|на сайте с|tham gia"
    r"|gia nhập|ngày gia nhập|cadastr\w+|membro desde|iscritt[oa]|membro dal?|utente dal?|blev medlem"
    r"|medlem (sedan|siden)|liittyn\w+|registr\w+|regisztr\w+|csatlakoz\w+"
    r"|înregistrat|alăturat|εγγραφή|μέλος από|зареєстр\w+|реєстр\w+|з нами з|birth|born"
    r"|last (seen|visit|online|active|post)"
)
#: Those of them that boards alone write beside a name.
SINCE = (
    "joined|registered|member since|mitglied seit|dabei seit|inscrit le|inscription|miembro desde|membro desde|sertai"
    r"|bergabung|kayıt( tarihi)?"
    r"|üyelik tarihi|lid sinds|dołączył\w*|зарегистрирован\w*|на сайте с|tham gia|gia nhập|iscritto"
    r"|membro dal|blev medlem|medlem (sedan|siden)|liittynyt|registrován|regisztrált"
    r"|csatlakozott|înregistrat|εγγραφή|μέλος από|зареєстрован\w*|приєднався"
)
JOINED_UNSPACED = "注册|註冊|加入|登録日|入会|가입|تسجيل|انضم|الانضمام|สมัคร|เข้าร่วม|عضویت"
#: Beside the date of a change.
EDITED = (
    r"(last )?(edit(ed)?|modified|updated|changed)|bearbeitet|geändert|editiert|modifié|modification|édit\w+"
    r"|edi[tc]ad[oa]|modificat[oa]|modificad[oa]|düzenle\w+|изменен\w*|измен\w+|отредактир\w+|редактир\w+|edytowan\w|zmienion\w"
    r"|dikemas ?kini|diubah|disunting|được sửa|chỉnh sửa|sửa (bởi|lần cuối)|redigera\w+|bewerkt|upravil\w*"
)
EDITED_UNSPACED = "编辑|編輯|編集|수정됨|تعديل|แก้ไข|ویرایش"
#: Labels of a field that holds a name, and of one that holds the day of writing.
NAME_LABEL = (
    "name|from|author|posted by|written by|sender|von|verfasser|autor|auteur|nom|nome|da|de|nombre|isim|yazan"
    "|gönderen|imię|nama|dari|oleh|pengirim|penulis|tên|người gửi|имя|автор|от|名前|投稿者|作者|姓名|이름|작성자"
    "|ชื่อ|โดย|الاسم|الكاتب|发信人|發信人|发件人|寄件人|lähettäjä|kirjoittaja|nimi|nimimerkki|avsändare|från|namn"
    "|afsender|avsender|forfatter|navn|fra|jméno|odesílatel|név|feladó|szerző|όνομα|από|ім'я|від"
    "|отправитель|afzender|naam|expediteur|expéditeur|remitente|remetente|mittente|absender|nadawca|שם|מאת|نویسنده|نام"
)
DATE_LABEL = (
    "date|date sent|sent|posted|when|datum|gesendet|geschrieben|data|inviato|fecha|tarih|tanggal|tarikh|ngày|дата"
    "|отправлено|日付|投稿日|日時|日期|时间|날짜|작성일|วันที่|เมื่อ|التاريخ"
    "|发信站|發信站|時間|发表于|päivämäärä|pvm|aika|lähetetty|kirjoitettu|skickat|dato|sendt|skrevet|kelt|dátum|odesláno"
    "|ημερομηνία|надіслано|verstuurd|envoyé|publicado|enviado|wysłano|תאריך|تاریخ|время"
)
#: Labels of the field that holds the words themselves: the last of a guestbook's fields.
WORDS_LABEL = (
    "comments?|message|kommentare?|nachricht|eintrag|comentarios?|mensaje|comentários?|mensagem|commentaires?|messaggio|commento"
    "|сообщение|комментарий|отзыв|komentarz|wiadomość|wpis|reactie|bericht|viesti|meddelande|besked|melding|zpráva|vzkaz"
    "|yorum|mesaj|pesan|komentar|bình luận|内容|留言|內容|本文|コメント|メッセージ|내용"
)
#: Beginnings of a line that names who wrote what follows, and then the day.
WRITTEN_BY = (
    *(f"{told} {by}" for told in ("posted", "written", "sent", "submitted", "message") for by in ("by", "from")),
    *("geschrieben von", "verfasst von", "gepostet von", "posté par", "écrit par", "envoyé par", "publié par"),
    *("escrito por", "publicado por", "enviado por", "scritto da", "inviato da", "postato da"),
    *("napisane przez", "wysłane przez", "ditulis oleh", "dihantar oleh", "dikirim oleh"),
    *("yazan", "опубликовал", "написал"),
)
#: What buttons at a post say: by these it can be answered, quoted, reported.
ANSWERING = (
    "reply|answer|respond|quote|report|permalink|antworten|zitieren|melden|répondre|citer|signaler|responder|citar"
    "|denunciar|rispondi|cita|segnala|ответить|цитировать|пожаловаться|відповісти|回复|回覆|回應|引用|举报|檢舉|舉報|返信|通報|답글|신고"
    "|svara|svar|citera|anmäl|vastaa|lainaa|ilmoita|odpowiedz|cytuj|zgłoś|yanıtla|alıntı yap|balas|kutip|trả lời"
    "|beantwoorden|citeer|meld|odpovědět|válasz|απάντηση|رد|اقتباس|הגב"
)
#: How a board counts what a member wrote.
POSTS = (
    "posts|messages|beiträge|mensajes|mensagens|postagens|messaggi|wiadomości|posty|сообщени[йея]|mesaj(lar|e)?|pesan"
    "|kiriman|bài viết|berichten|帖子|投稿数?|게시글|المشاركات|โพสต์?"
)
#: Above what somebody else said: the word alone, what stands before a name, and what stands behind one.
QUOTED = (
    "quote|quotation|zitat|citation|cita|citação|citazione|citaat|cytat|citat|alıntı|kutipan|petikan|trích dẫn|цитата"
    "|引用|인용|اقتباس|نقل قول|อ้างอิง"
)
QUOTED_FROM = (
    "(originally|originalmente|первоначально) (posted|written|publicado|escrito|размещено) (by|por|пользователем)"
    "|quote (from|by)|quoting|zitat von|citation de|cita de|citação de|citazione di|cytat od"
    "|originalnachricht von|ursprünglich geschrieben von|envoyé par|iniciado por|inviato da|escrito originalmente por"
    "|сообщение от|цитата от|trích dẫn từ|原帖由"
)
WROTE = (
    "wrote|said|posted|says|schrieb|hat geschrieben|sagte|a écrit|a dit|escribió|dijo|escreveu|ha scritto|scrisse"
    "|napisał|napisała|napisał\\(a\\)|schreef|skrev|kirjoitti|yazdı|писал|писала|писал\\(а\\)|написал|написала|пишет|сказал"
    "|сказала|viết|menulis|berkata|写道|寫道|说道|說道"
)
#: The same where a quotation is known by its block: elsewhere these stand between the author and the day of each post.
POSTED = "发表于|發表於|发表|發表"
#: Between dashes above the mail that is answered.
ORIGINAL_MESSAGE = (
    "original message|forwarded message|ursprüngliche nachricht|original-?nachricht|message d['’]origine"
    "|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht"
    "|исходное сообщение|wiadomość oryginalna|ursprungligt meddelande|alkuperäinen viesti|orijinal mesaj|pesan asli"
    "|原始邮件|原始郵件|元のメッセージ|원본 메일"
)
