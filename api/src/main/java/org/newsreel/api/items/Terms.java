package org.newsreel.api.items;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.newsreel.ontology.vocab.Gaf;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Oa;
import org.newsreel.ontology.vocab.Prov;
import org.newsreel.ontology.vocab.Schema;

/** The terms of the graph model that item pages are read from, as Jena's model interface wants them. */
final class Terms {
    static final Resource NEWS_ARTICLE = ResourceFactory.createResource(Schema.NEWS_ARTICLE);

    static final Property ITEM_ID = property(Nr.ITEM_ID);
    static final Property HEADLINE = property(Schema.HEADLINE);
    static final Property IN_LANGUAGE = property(Schema.IN_LANGUAGE);
    static final Property PUBLISHED = property(Schema.DATE_PUBLISHED);
    static final Property CREDIT = property(Schema.CREDIT_TEXT);
    static final Property URL = property(Schema.URL);
    static final Property ARTICLE_TEXT = property(Nr.ARTICLE_TEXT_OF_ITEM);
    static final Property VIDEO = property(Schema.VIDEO);
    static final Property IMAGE = property(Schema.IMAGE);
    static final Property SHA256 = property(Schema.SHA256);
    static final Property FILE = property(Nr.FILE);
    static final Property TEXT = property(Nr.TEXT);
    static final Property VERSION = property(Nr.VERSION);
    static final Property DURATION = property(Nr.DURATION);
    static final Property FRAME_RATE = property(Nr.FRAME_RATE);
    static final Property SUBTITLES = property(Nr.SUBTITLES);
    static final Property LOOKED_AT = property(Nr.LOOKED_AT);
    static final Property NETWORK = property(Nr.NETWORK);
    static final Property ROWS = property(Nr.ROWS);
    static final Property COLUMNS = property(Nr.COLUMNS);
    static final Property CELLS = property(Nr.CELLS);
    static final Property CONFIDENCE = property(Nr.CONFIDENCE);
    static final Property WEIGHT = property(Nr.WEIGHT);
    static final Property FRAME = property(Nr.FRAME);
    static final Property SPOKEN_IN = property(Nr.SPOKEN_IN);
    static final Property SPOKEN_FROM = property(Nr.SPOKEN_FROM);
    static final Property SPOKEN_UNTIL = property(Nr.SPOKEN_UNTIL);
    static final Property TIME = property(Nr.TIME);
    static final Property X = property(Nr.X);
    static final Property Y = property(Nr.Y);
    static final Property WIDTH = property(Nr.WIDTH);
    static final Property HEIGHT = property(Nr.HEIGHT);
    static final Property SHOWS = property(Nr.SHOWS);
    static final Property ROLE = property(Nr.ROLE);
    static final Property MODEL = property(Nr.MODEL);
    static final Property MODEL_HASH = property(Nr.MODEL_HASH);
    static final Property DEVICE = property(Nr.DEVICE);
    static final Property THRESHOLD = property(Nr.THRESHOLD);
    static final Property DENOTED_BY = property(Gaf.DENOTED_BY);
    static final Property DERIVED_FROM = property(Prov.WAS_DERIVED_FROM);
    static final Property GENERATED_BY = property(Prov.WAS_GENERATED_BY);
    static final Property HAS_SOURCE = property(Oa.HAS_SOURCE);
    static final Property HAS_SELECTOR = property(Oa.HAS_SELECTOR);
    static final Property START = property(Oa.START);
    static final Property END = property(Oa.END);
    static final Property EXACT = property(Oa.EXACT);

    private Terms() {}

    private static Property property(String iri) {
        return ResourceFactory.createProperty(iri);
    }
}
