/// Words of classes and ids, in the languages that pages name their parts in: English mostly, German here and there.
/// Rows are parted by commas; of two words the second follows the first ("related posts": "related-posts",
/// "relatedPosts", "relatedposts").
let pageHintWords: [(PageHints, String)] = [
    (
        .comments,
        """
        comment, comments, commentlist, commentarea, disqus, respond, livefyre, coral, kommentar, kommentare,
        commentaires, comentarios, reactions, discussion, guestbook, comment form, comments area, comment list,
        reader comments, webmention, webmentions, pingback, trackbacks, trackback, spotim, openweb, viafoura
        """
    ),
    (
        .furniture,
        """
        nav, navbar, navi, navigation, menu, submenu, megamenu, breadcrumb, breadcrumbs, crumbs, footer, foot, masthead,
        topbar, toolbar, sidebar, sidebars, side bar, side column, rightcol, right column, right rail, rail,
        widget, widgets, widgetarea, share, sharing, sharebar, shares, sharedaddy, share buttons, share this, addthis, addtoany, social,
        socials, socialmedia, social share, shariff, follow us, newsletter, newsletters, news letter, subscribe, subscription,
        signup, sign up, sign in, signin, login, register, registration, promo, promos, promotion, promoted, promobox, teaser list,
        advert, adverts, advertisement, advertising, advertorial, ad, ads, adbox, adsbygoogle, sponsor, sponsored,
        sponsors, banner, banners, outbrain, taboola, plista, affiliate, partner links, donate, donation, donations,
        related, related posts, related articles, related stories, related content, related news, recommended, recommendation,
        recommendations, recommends, most read, mostread, most popular, popular posts, popular, trending, 
        see also, more news, more stories, more from, also read, further reading, you may like, might like,
        next post, previous post, prev next, prevnext, post navigation, pagination, pager, paginator, pagenav,
        tags, taglist, tag list, tag cloud, tagcloud, keywords, categories, cat links, post tags, topics,
        cookie, cookies, privacy, datenschutz, consent, breaking, breaking news, gdpr, cmp, modal, popup, pop up, overlay, lightbox, dialog, tooltip, alert, notice bar,
        search, searchform, search form, searchbox, skip link, skiplinks, screen reader, sr only, visuallyhidden,
        visually hidden, copyright, disclaimer, legal, imprint, impressum,
        rating, ratings, vote, votes, poll, survey, jp relatedposts, yarpp, author archive, latest news, latest posts,
        recent posts, recentposts, recent comments, latest, ticker, carousel, slider, swiper, archive list,
        feedback, contact form, contactform, toc, table of contents, infobox ad, shoutbox, blogroll, paywall,
        meta nav, entry utility, entry footer, post footer, article footer, article tools, articletools, tools, story tools, storytools,
        shopping, product list, related links, relatedlinks, teasers, teaserlist, teaser box, linkliste, linklist,
        stats, views, counter, wp polls, mailmunch, optin, opt in, hustle, cta, call to action, callout promo, app promo,
        bookmark, bookmarks, syndication, rss, flattr, vgwort, zaehlpixel, werbung, anzeige, anzeigen, navigator,
        next prev, contactbox, contact box, kontaktbox, more topic, more topics, theme list, counters, weiterlesen, mehr zum thema, lesen sie auch, themen, verwandte, nach oben, seitenleiste, kontakt, suche
        """
    ),
    (
        .caption,
        """
        caption, captions, wp caption, figcaption, image caption, photo caption, picture caption, img caption,
        photo credit, image credit, photocredit, bildunterschrift, bildtext, caption text, cutline, legende, gallery,
        galleries, slideshow, bildergalerie, image legend, legend, fotostrecke, image source, credit, credits, copyright info, photographer
        """
    ),
    (
        .byline,
        """
        byline, author, authors, dateline, timestamp, pubdate, published, post meta, entry meta, postmeta,
        article meta, meta, postinfo, post info, article info, postdate, post date, entry date, date, datum, autor,
        posted on, article date, date published, date modified, date created, main entity of page, publisher, publish date, submitted, posted by, last updated, modified, written by,
        by line, postdata, post data, publish info, published at, publication date
        """
    ),
    (
        .writer,
        """
        author, authors, autor, autorin, autoren, sabox, saboxplugin, author bio, author box, about author, author info,
        author card, bio, authorbox, vcard, about the author, author description, post author, author profile,
        authorprofile, biography, autorenbox
        """
    ),
    (
        .standfirst,
        """
        standfirst, dek, subheadline, sub headline, subtitle, article summary, article intro, articleintro, intro,
        introduction, lead, lede, leadtext, vorspann, chapo, entradilla, article lead, post excerpt, articlelead,
        introtext, intro text, kicker text, story summary, article description
        """
    ),
    (
        .body,
        """
        article body, articlebody, story body, storybody, entry content, post content, post body, postbody, article content, article text,
        body text, bodytext, bodycopy, body copy, story content, storycontent, story text, content body, news body, news text, newstext,
        single content, blog post content, post text, page content, main content, artikeltext, article copy,
        rich text, richtext, story body text, paywall content, wysiwyg, entry body, entrybody, text body, post entry, td post content, the content, article main, e content
        """
    ),
    (
        .story,
        """
        article, articles, story, post, entry, hentry, content, main, body, text, artikel, beitrag, inhalt, blog, news,
        blogpost, single, maincontent, primary, page, column
        """
    ),
    (.hidden, "hidden, hide, invisible, d none, is hidden, display none"),
    (.embed, "embed, embedded, tweet, tweets, twitter tweet, instagram media, fb post, facebook post"),
    (.picture, "picture, image, images, photo, photos, foto, bild, img, pic, media, visual, figure, thumbnail, asset"),
    (.text, "text, content, body, copy, inhalt"),
]
