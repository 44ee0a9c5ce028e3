/// Invitations to subscribe. One such line alone may be a sentence of a story; two in a row are a form on the page.
/// Each row: pattern, example.
let signUpPhrases: [Phrase] = [
    Phrase("…in your inbox…", "The best of the harbour in your inbox.", upTo: 25, maySayMore: true),
    Phrase("…to your inbox…", "Sent to your inbox every morning.", upTo: 25, maySayMore: true),
    Phrase("…enter your email…", "Every weekday. Enter your email address", upTo: 25, maySayMore: true),
    Phrase("…enter your e-mail…", "Every weekday. Enter your e-mail address.", upTo: 25, maySayMore: true),
    Phrase("your email…", "Your email address", upTo: 4),
    Phrase("your e-mail…", "Your e-mail address", upTo: 4),
    Phrase("email", "Email"),
    Phrase("e-mail", "E-mail"),
    Phrase("email address", "Email address *"),
    Phrase("e-mail address", "E-mail address"),
    Phrase("sign up", "Sign up"),
    Phrase("sign me up…", "Sign me up!", upTo: 6),
    Phrase("sign up for …", "Sign up for free. Unsubscribe whenever you like.", upTo: 20, maySayMore: true),
    Phrase("sign up to …", "Sign up to the harbour’s weekly letter", upTo: 20, maySayMore: true),
    Phrase("subscribe", "Subscribe"),
    Phrase("subscribe to …", "Subscribe to our weekly digest", upTo: 18),
    Phrase("subscribe for …", "Subscribe for free", upTo: 8),
    Phrase("newsletter", "Newsletter"),
    Phrase("newsletters", "Newsletters"),
    Phrase("newsletter sign…", "Newsletter sign-up", upTo: 4),
    Phrase("our …newsletter", "Our weekly newsletter", upTo: 6),
    Phrase("the …newsletter", "The Harbour newsletter", upTo: 6),
    Phrase("…our newsletter…", "Try our newsletter.", upTo: 15, maySayMore: true),
    Phrase("…our …newsletter", "Have you seen our weekly newsletter", upTo: 12),
    Phrase("unsubscribe …", "Unsubscribe at any time.", upTo: 10, maySayMore: true),
    Phrase("…. unsubscribe …", "It is free. Unsubscribe whenever you like.", upTo: 20, maySayMore: true),
    Phrase("…you can unsubscribe …", "It is free, and you can unsubscribe at any time.", upTo: 25, maySayMore: true),
    Phrase("…. no spam…", "Five stories a week. No spam.", upTo: 20, maySayMore: true),
    Phrase("no spam…", "No spam, ever.", upTo: 8, maySayMore: true),
    Phrase("by signing up…", "By signing up you agree to our terms.", upTo: 40, maySayMore: true),
    Phrase("by subscribing…", "By subscribing you accept our terms.", upTo: 40, maySayMore: true),
    Phrase("thanks for signing up…", "Thanks for signing up!", upTo: 8),
]

/// What may head such a form; a sentence or a subheading anywhere else.
let signUpTitles: [Phrase] = [
    Phrase("get …", "Get the weekly harbour note", upTo: 10),
    Phrase("never miss …", "Never miss a story", upTo: 8),
    Phrase("don't miss …", "Don’t miss a story", upTo: 8),
    Phrase("stay …", "Stay informed", upTo: 6),
    Phrase("join …", "Join 40,000 readers", upTo: 10),
    Phrase("our best …", "Our best stories, once a week", upTo: 10),
    Phrase("the best of …", "The best of the harbour", upTo: 8),
    Phrase("want more …", "Want more stories like this?", upTo: 8),
    Phrase("like what you …", "Like what you read?", upTo: 8),
    Phrase("enjoying …", "Enjoying this story?", upTo: 6),
]

/// Where a story can be shared: a row of such names is a row of buttons.
let shareNames: Set<String> = [
    "facebook", "twitter", "whatsapp", "linkedin", "telegram", "reddit", "pinterest", "bluesky", "mastodon",
    "messenger",
    "tumblr", "flipboard", "viber", "instagram", "youtube", "tiktok", "wechat", "weibo", "vk", "pocket", "threads",
]

/// What else stands in such a row.
let shareWords: Set<String> = [
    "x", "email", "e-mail", "mail", "sms", "copy", "link", "url", "print", "share", "save", "tweet", "line", "rss",
    "more", "on", "via", "by", "this", "article", "story", "send", "post", "follow", "us", "and", "to", "clipboard",
    "for", "later", "a", "friend", "close", "opens", "in", "new", "window", "tab",
]
