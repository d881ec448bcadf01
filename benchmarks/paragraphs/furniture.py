"""What pages say beside the article: menus, page numbers, requests to share, in each language.

Invented, as sites of that country would write it. None of it belongs to an article,
but for the captions of its pictures.
"""

from __future__ import annotations

import attrs


@attrs.frozen
class Furniture:
    """The words around an article."""

    site: str
    """The name of the site, in running headers too."""

    menu: str
    """Entries of the menu, parted by bars."""

    share: str
    """The request to share, with the names of services."""

    more: str
    """The pointer to another article, in the midst of this one."""

    related: str
    """What stands below: a heading and titles, parted by bars."""

    cookies: str
    """The notice about cookies."""

    page: str
    """The page number, with {page} and {pages}."""

    captions: str
    """Of pictures, parted by a bar: printed with them they belong to the article, alone of all this."""


FURNITURE = {
    "en": Furniture(
        "The Harbour Courier",
        "Home | World | Business | Sport | Opinion",
        "Share this: Facebook X WhatsApp Email",
        "Read more: Ferry fares to rise in spring",
        "Related stories | Council votes on new tram line | Storm leaves 4,000 homes without power",
        "We use cookies to improve your experience. By continuing you agree to our privacy policy.",
        "Page {page} of {pages}",
        "The harbour at dawn, with the new crane in the background. Photograph: Ines Wade | A file photo of the town hall (2019)",
    ),
    "ur": Furniture(
        "روزنامہ ساحل",
        "صفحہ اول | پاکستان | دنیا | کاروبار | کھیل",
        "شیئر کریں: فیس بک ٹوئٹر واٹس ایپ",
        "یہ بھی پڑھیں: شہر میں پانی کی فراہمی بحال",
        "متعلقہ خبریں | ٹرین سروس کا نیا شیڈول جاری | موسم سرما کی تعطیلات کا اعلان",
        "یہ ویب سائٹ کوکیز استعمال کرتی ہے۔ مزید تفصیل ہماری رازداری پالیسی میں دیکھیں۔",
        "صفحہ {page} از {pages}",
        "صبح کے وقت بندرگاہ کا منظر، پس منظر میں نئی کرین۔ تصویر: عمران واحد | بلدیہ کی عمارت، فائل فوٹو",
    ),
    "ar": Furniture(
        "صحيفة الميناء",
        "الرئيسية | أخبار | اقتصاد | رياضة | رأي",
        "شارك هذا الخبر: فيسبوك تويتر واتساب",
        "اقرأ أيضا: افتتاح خط جديد للمترو",
        "أخبار ذات صلة | البلدية تقر ميزانية العام المقبل | انقطاع الكهرباء عن أحياء في المدينة",
        "يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتك.",
        "صفحة {page} من {pages}",
        "الميناء عند الفجر وتبدو الرافعة الجديدة في الخلفية. تصوير: إياد وديع | مبنى البلدية (صورة من الأرشيف)",
    ),
    "fa": Furniture(
        "روزنامه کرانه",
        "خانه | سیاست | اقتصاد | ورزش | فرهنگ",
        "اشتراک گذاری: تلگرام واتساپ توییتر",
        "بیشتر بخوانید: خط تازه مترو افتتاح شد",
        "خبرهای مرتبط | بودجه شهرداری تصویب شد | برف راه های کوهستانی را بست",
        "این وبگاه از کوکی استفاده می کند.",
        "صفحه {page} از {pages}",
        "بندر در سپیده‌دم؛ جرثقیل تازه در پس‌زمینه دیده می‌شود. عکس: ایمان وادی | ساختمان شهرداری، عکس آرشیوی",
    ),
    "hi": Furniture(
        "दैनिक तटरेखा",
        "होम | देश | दुनिया | कारोबार | खेल",
        "शेयर करें: फेसबुक ट्विटर व्हाट्सऐप",
        "यह भी पढ़ें: शहर में नई मेट्रो लाइन को मंजूरी",
        "संबंधित खबरें | नगर निगम का बजट पारित | आंधी से सैकड़ों घरों की बिजली गुल",
        "यह वेबसाइट कुकीज़ का उपयोग करती है। अधिक जानकारी के लिए गोपनीयता नीति देखें।",
        "पृष्ठ {page} / {pages}",
        "भोर में बंदरगाह, पीछे नई क्रेन दिख रही है। फोटो: ईशान वाधवा | नगर निगम भवन (फाइल फोटो)",
    ),
    "bn": Furniture(
        "দৈনিক উপকূল",
        "প্রচ্ছদ | বাংলাদেশ | বিশ্ব | বাণিজ্য | খেলা",
        "শেয়ার করুন: ফেসবুক টুইটার হোয়াটসঅ্যাপ",
        "আরও পড়ুন: শহরে নতুন বাস রুট চালু",
        "সম্পর্কিত খবর | পৌরসভার বাজেট পাস | ঝড়ে বিদ্যুৎহীন চার হাজার পরিবার",
        "এই ওয়েবসাইট কুকি ব্যবহার করে। বিস্তারিত জানতে গোপনীয়তা নীতি দেখুন।",
        "পৃষ্ঠা {page} / {pages}",
        "ভোরের বন্দর, পেছনে দেখা যাচ্ছে নতুন ক্রেন। ছবি: ইমরান ওয়াদুদ | পৌর ভবন (ফাইল ছবি)",
    ),
    "ta": Furniture(
        "கரையோர செய்தி",
        "முகப்பு | இலங்கை | உலகம் | வணிகம் | விளையாட்டு",
        "பகிர: ஃபேஸ்புக் ட்விட்டர் வாட்ஸ்அப்",
        "மேலும் படிக்க: புதிய ரயில் பாதை திறப்பு",
        "தொடர்புடைய செய்திகள் | மாநகர சபை வரவு செலவுத் திட்டம் நிறைவேற்றம் | புயலால் மின்தடை",
        "இந்த இணையதளம் குக்கீகளைப் பயன்படுத்துகிறது.",
        "பக்கம் {page} / {pages}",
        "அதிகாலையில் துறைமுகம், பின்னணியில் புதிய பாரந்தூக்கி. படம்: இ. வாடி | நகர மண்டபம் (கோப்புப் படம்)",
    ),
    "si": Furniture(
        "වෙරළ පුවත්",
        "මුල් පිටුව | දේශීය | විදේශ | ව්‍යාපාරික | ක්‍රීඩා",
        "බෙදා ගන්න: ෆේස්බුක් ට්විටර් වට්ස්ඇප්",
        "තවත් කියවන්න: නව දුම්රිය මාර්ගය විවෘත වෙයි",
        "අදාළ පුවත් | නගර සභා අයවැය සම්මත වෙයි | කුණාටුවෙන් විදුලිය බිඳ වැටෙයි",
        "මෙම වෙබ් අඩවිය කුකීස් භාවිත කරයි.",
        "පිටුව {page} / {pages}",
        "අලුයම වරාය, පසුබිමින් නව දොඹකරය. ඡායාරූපය: අයි. වාඩි | නගර ශාලාව (ගොනු ඡායාරූපයකි)",
    ),
    "ru": Furniture(
        "Портовый вестник",
        "Главная | Политика | Экономика | Спорт | Культура",
        "Поделиться: ВКонтакте Телеграм Одноклассники",
        "Читайте также: Стоимость проезда вырастет весной",
        "По теме | Городской совет принял бюджет | Без света остались четыре тысячи домов",
        "Этот сайт использует файлы cookie. Продолжая, вы соглашаетесь с правилами.",
        "Страница {page} из {pages}",
        "Порт на рассвете, на заднем плане новый кран. Фото: И. Вадина | Здание мэрии (фото из архива)",
    ),
    "tr": Furniture(
        "Liman Gazetesi",
        "Ana sayfa | Gündem | Ekonomi | Spor | Dünya",
        "Paylaş: Facebook X WhatsApp",
        "Ayrıca okuyun: Vapur ücretlerine zam geliyor",
        "İlgili haberler | Belediye bütçesi kabul edildi | Fırtına dört bin evi elektriksiz bıraktı",
        "Bu site çerez kullanır. Devam ederek gizlilik politikamızı kabul etmiş olursunuz.",
        "Sayfa {page} / {pages}",
        "Şafak vakti liman; arkada yeni vinç görülüyor. Fotoğraf: İ. Vadi | Belediye binası (arşiv)",
    ),
    "fr": Furniture(
        "Le Courrier du Port",
        "Accueil | International | Économie | Sports | Culture",
        "Partager : Facebook X WhatsApp Courriel",
        "Lire aussi : Les tarifs des traversiers augmenteront au printemps",
        "Sur le même sujet | Le conseil vote la ligne de tram | Tempête : 4 000 foyers sans courant",
        "Nous utilisons des cookies pour améliorer votre expérience.",
        "Page {page} sur {pages}",
        "Le port à l’aube, avec la nouvelle grue à l’arrière-plan. Photo I. Vadé | L’hôtel de ville (photo d’archives)",
    ),
    "es": Furniture(
        "El Correo del Puerto",
        "Inicio | Internacional | Economía | Deportes | Cultura",
        "Compartir: Facebook X WhatsApp Correo",
        "Lea también: Suben las tarifas del transbordador",
        "Noticias relacionadas | El concejo aprueba el tranvía | Cuatro mil hogares sin luz",
        "Utilizamos cookies propias y de terceros para mejorar su experiencia.",
        "Página {page} de {pages}",
        "El puerto al amanecer, con la nueva grúa al fondo. / I. VADILLO | El ayuntamiento, en una imagen de archivo",
    ),
    "pt": Furniture(
        "Correio do Cais",
        "Início | Mundo | Economia | Esporte | Cultura",
        "Compartilhe: Facebook X WhatsApp E-mail",
        "Leia também: Tarifa das barcas sobe em abril",
        "Notícias relacionadas | Câmara aprova orçamento | Temporal deixa 4 mil casas sem luz",
        "Usamos cookies para melhorar sua experiência. Ao continuar, você concorda.",
        "Página {page} de {pages}",
        "O porto ao amanhecer, com o novo guindaste ao fundo. Foto: Inês Vaz/Divulgação | Prédio da prefeitura (arquivo)",
    ),
    "de": Furniture(
        "Hafen-Kurier",
        "Startseite | Politik | Wirtschaft | Sport | Kultur",
        "Teilen: Facebook X WhatsApp E-Mail",
        "Lesen Sie auch: Fähren werden im Frühjahr teurer",
        "Mehr zum Thema | Stadtrat stimmt für neue Straßenbahn | Sturm: 4.000 Haushalte ohne Strom",
        "Wir verwenden Cookies. Mit der weiteren Nutzung stimmen Sie dem zu.",
        "Seite {page} von {pages}",
        "Der Hafen am frühen Morgen, im Hintergrund der neue Kran. Foto: M. Reuß | Das Rathaus (Archivbild)",
    ),
    "it": Furniture(
        "Il Corriere del Molo",
        "Home | Mondo | Economia | Sport | Cultura",
        "Condividi: Facebook X WhatsApp",
        "Leggi anche: Aumentano le tariffe dei traghetti",
        "Articoli correlati | Il consiglio approva il tram | Maltempo, quattromila case senza luce",
        "Questo sito utilizza i cookie. Proseguendo la navigazione ne accetti l'uso.",
        "Pagina {page} di {pages}",
        "Il porto all’alba, con la nuova gru sullo sfondo (foto I. Vada) | Il municipio in una foto d’archivio",
    ),
    "nl": Furniture(
        "De Havenkoerier",
        "Voorpagina | Binnenland | Economie | Sport | Cultuur",
        "Deel dit artikel: Facebook X WhatsApp",
        "Lees ook: Veerpont wordt duurder in het voorjaar",
        "Meer over dit onderwerp | Raad stemt over tramlijn | Storm: 4.000 huizen zonder stroom",
        "Deze website gebruikt cookies. Lees ons privacybeleid.",
        "Pagina {page} van {pages}",
        "De haven bij zonsopgang, met op de achtergrond de nieuwe kraan. Foto: Ineke Wadman | Het stadhuis (archieffoto)",
    ),
    "pl": Furniture(
        "Kurier Portowy",
        "Strona główna | Świat | Gospodarka | Sport | Kultura",
        "Udostępnij: Facebook X WhatsApp",
        "Czytaj także: Wiosną zdrożeją promy",
        "Powiązane artykuły | Rada przyjęła budżet miasta | Wichura: 4 tys. domów bez prądu",
        "Strona korzysta z plików cookie. Szczegóły w polityce prywatności.",
        "Strona {page} z {pages}",
        "Port o świcie, w tle nowy dźwig. Fot. I. Wada | Ratusz, zdjęcie archiwalne",
    ),
    "el": Furniture(
        "Ο Ταχυδρόμος του Λιμανιού",
        "Αρχική | Κόσμος | Οικονομία | Αθλητικά | Πολιτισμός",
        "Κοινοποίηση: Facebook X Viber",
        "Διαβάστε επίσης: Ακριβότερα τα εισιτήρια των πλοίων",
        "Σχετικά άρθρα | Το συμβούλιο ενέκρινε το τραμ | Χωρίς ρεύμα 4.000 σπίτια",
        "Χρησιμοποιούμε cookies για να βελτιώσουμε την εμπειρία σας.",
        "Σελίδα {page} από {pages}",
        "Το λιμάνι την αυγή, στο βάθος ο νέος γερανός. Φωτ.: Ι. Βάδη | Το δημαρχείο (φωτ. αρχείου)",
    ),
    "vi": Furniture(
        "Báo Bến Cảng",
        "Trang chủ | Thời sự | Kinh doanh | Thể thao | Giải trí",
        "Chia sẻ: Facebook Zalo Email",
        "Xem thêm: Giá vé phà tăng từ tháng tư",
        "Tin liên quan | Thành phố thông qua ngân sách | Bão làm bốn nghìn hộ mất điện",
        "Trang web này sử dụng cookie để cải thiện trải nghiệm của bạn.",
        "Trang {page}/{pages}",
        "Bến cảng lúc rạng đông, phía sau là cần cẩu mới. Ảnh: Yên Vân | Tòa thị chính (ảnh tư liệu)",
    ),
    "id": Furniture(
        "Warta Pelabuhan",
        "Beranda | Nasional | Ekonomi | Olahraga | Opini",
        "Bagikan: Facebook X WhatsApp",
        "Baca juga: Tarif feri naik mulai April",
        "Berita terkait | DPRD sahkan anggaran kota | Badai, empat ribu rumah padam listrik",
        "Situs ini menggunakan cookie untuk meningkatkan pengalaman Anda.",
        "Halaman {page} dari {pages}",
        "Pelabuhan saat fajar, dengan derek baru di latar belakang. (Foto: I. Wada) | Gedung balai kota (arsip)",
    ),
    "sw": Furniture(
        "Gazeti la Bandari",
        "Nyumbani | Kitaifa | Biashara | Michezo | Maoni",
        "Shiriki: Facebook X WhatsApp",
        "Soma pia: Nauli za kivuko kupanda Aprili",
        "Habari zinazohusiana | Baraza lapitisha bajeti | Dhoruba yakata umeme kwa nyumba 4,000",
        "Tovuti hii hutumia vidakuzi ili kuboresha matumizi yako.",
        "Ukurasa {page} kati ya {pages}",
        "Bandari alfajiri, nyuma ni kreni mpya. Picha: I. Wadi | Jengo la halmashauri (picha ya maktaba)",
    ),
    "zh": Furniture(
        "海港日报",
        "首页 | 国内 | 国际 | 财经 | 体育",
        "分享到：微信 微博 QQ",
        "延伸阅读：轮渡票价春季上调",
        "相关新闻 | 市议会通过新年度预算 | 暴风雨致四千户停电",
        "本网站使用 Cookie 以改善您的浏览体验。",
        "第 {page} 页 共 {pages} 页",
        "黎明时分的港口，远处是新吊车。摄影：韦英 | 市政厅（资料照片）",
    ),
    "ja": Furniture(
        "港湾新報",
        "トップ | 国内 | 国際 | 経済 | スポーツ",
        "この記事を共有する：X フェイスブック LINE",
        "あわせて読みたい：春からフェリー運賃値上げへ",
        "関連記事 | 市議会が新年度予算を可決 | 暴風で四千戸が停電",
        "当サイトではクッキーを使用しています。",
        "{page} / {pages} ページ",
        "夜明けの港。奥に新しいクレーンが見える＝和田伊織撮影 | 市庁舎（資料写真）",
    ),
    "th": Furniture(
        "ข่าวท่าเรือ",
        "หน้าแรก | การเมือง | เศรษฐกิจ | กีฬา | บันเทิง",
        "แชร์: เฟซบุ๊ก ไลน์ ทวิตเตอร์",
        "อ่านเพิ่มเติม: ค่าเรือข้ามฟากปรับขึ้นเมษายนนี้",
        "ข่าวที่เกี่ยวข้อง | สภาเมืองผ่านงบประมาณ | พายุทำไฟดับสี่พันครัวเรือน",
        "เว็บไซต์นี้ใช้คุกกี้เพื่อพัฒนาประสบการณ์ของคุณ",
        "หน้า {page} จาก {pages}",
        "ท่าเรือยามเช้า ด้านหลังคือปั้นจั่นตัวใหม่ | ศาลากลางเมือง (แฟ้มภาพ)",
    ),
}
