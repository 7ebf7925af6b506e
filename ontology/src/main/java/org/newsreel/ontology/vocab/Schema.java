package org.newsreel.ontology.vocab;

/** The terms of schema.org that item graphs use. */
public final class Schema {
    public static final String NS = "https://schema.org/";

    public static final String NEWS_ARTICLE = NS + "NewsArticle";

    public static final String VIDEO_OBJECT = NS + "VideoObject";

    public static final String IMAGE_OBJECT = NS + "ImageObject";

    public static final String HEADLINE = NS + "headline";

    public static final String DATE_PUBLISHED = NS + "datePublished";

    public static final String IN_LANGUAGE = NS + "inLanguage";

    public static final String VIDEO = NS + "video";

    public static final String IMAGE = NS + "image";

    public static final String SHA256 = NS + "sha256";

    public static final String CREDIT_TEXT = NS + "creditText";

    public static final String URL = NS + "url";

    private Schema() {}
}
