package org.newsreel.ontology.vocab;

/** Newsreel's own terms that are not relation properties; those stand in the relation schema. */
public final class Nr {
    public static final String NS = "https://w3id.org/newsreel/ns#";

    /** What news speaks of: the class above the five entity classes. */
    public static final String ENTITY = NS + "Entity";

    public static final String PERSON = NS + "Person";

    public static final String PLACE = NS + "Place";

    public static final String ORGANIZATION = NS + "Organization";

    /** A date, a time of day or a period, as an entity. */
    public static final String TIME_EXPRESSION = NS + "Time";

    /** Objects, works, events and whatever else has a name. */
    public static final String NAMED_THING = NS + "NamedThing";

    /** One version of a news item; its IRI names the graph that holds what the version says. */
    public static final String ITEM_VERSION = NS + "ItemVersion";

    /** The text of one item version, into which text evidence points. */
    public static final String ARTICLE_TEXT = NS + "ArticleText";

    /** The item's id, as its source gave it. */
    public static final String ITEM_ID = NS + "itemId";

    /** {@code sha256:} and 64 hexadecimal digits over what counts in an item. */
    public static final String VERSION = NS + "version";

    /** From an item to its {@link #ARTICLE_TEXT}. */
    public static final String ARTICLE_TEXT_OF_ITEM = NS + "articleText";

    /** The words: of an article text, or written in a frame. */
    public static final String TEXT = NS + "text";

    /** Of a statement, in [0, 1]. */
    public static final String CONFIDENCE = NS + "confidence";

    /** The evidence's share of its statement, in [0, 1]. */
    public static final String WEIGHT = NS + "weight";

    /** Index of a frame in decoding order, from 0. */
    public static final String FRAME = NS + "frame";

    /** Presentation time of a frame, in seconds. */
    public static final String TIME = NS + "time";

    /** From the selector of a quote to the video that says it. */
    public static final String SPOKEN_IN = NS + "spokenIn";

    /** When the words of a quote begin to be said, in seconds from the start of the video. */
    public static final String SPOKEN_FROM = NS + "spokenFrom";

    /** When they have been said. */
    public static final String SPOKEN_UNTIL = NS + "spokenUntil";

    /** Left edge of a box, in pixels. */
    public static final String X = NS + "x";

    /** Top edge of a box, in pixels. */
    public static final String Y = NS + "y";

    /** Of a box, or of the frames of a medium, in pixels. */
    public static final String WIDTH = NS + "width";

    /** Of a box, or of the frames of a medium, in pixels. */
    public static final String HEIGHT = NS + "height";

    /** Of a video, in seconds. */
    public static final String DURATION = NS + "duration";

    /** Frames a second as an exact fraction. */
    public static final String FRAME_RATE = NS + "frameRate";

    /** How sure the detector is of a region that shows no known entity, in [0, 1]. */
    public static final String REGION_CONFIDENCE = NS + "regionConfidence";

    /** From a region that shows no known entity to the class of what it shows. */
    public static final String SHOWS = NS + "shows";

    /** The medium's id within its item. */
    public static final String MEDIA_ID = NS + "mediaId";

    /** The medium's path within its item. */
    public static final String FILE = NS + "file";

    /** What a model was used for. */
    public static final String ROLE = NS + "role";

    /** A model's name. */
    public static final String MODEL = NS + "model";

    /** SHA-256 of a model's weights. */
    public static final String MODEL_HASH = NS + "modelHash";

    /** A model's version, where it has one. */
    public static final String MODEL_VERSION = NS + "modelVersion";

    /** What a model ran on. */
    public static final String DEVICE = NS + "device";

    /** The score from which a model's claims were taken. */
    public static final String THRESHOLD = NS + "threshold";

    /** Of a time that was understood as one day, month or year: {@code xsd:date}, {@code xsd:gYearMonth} or {@code xsd:gYear}. */
    public static final String VALUE = NS + "value";

    /** First day of a time that was understood. */
    public static final String EARLIEST = NS + "earliest";

    /** Last day of a time that was understood. */
    public static final String LATEST = NS + "latest";

    /** Subtitles of a video, as a WebVTT file. */
    public static final String SUBTITLES = NS + "subtitles";

    /** A frame with how much each part of it counted for a network. */
    public static final String ATTENTION_MAP = NS + "AttentionMap";

    /** From a statement to where in a frame a network looked. */
    public static final String LOOKED_AT = NS + "lookedAt";

    /** Name of the network that looked. */
    public static final String NETWORK = NS + "network";

    /** Of an attention map: cells from top to bottom. */
    public static final String ROWS = NS + "rows";

    /** Of an attention map: cells from left to right. */
    public static final String COLUMNS = NS + "columns";

    /** Of an attention map: one byte a cell, row by row, 255 for the cell that counted most. */
    public static final String CELLS = NS + "cells";

    /** From a statement to the time at which its fact holds. */
    public static final String HOLDS_AT = NS + "holdsAt";

    /** From a statement to the words that tell when its fact holds. */
    public static final String HOLDS_AT_EVIDENCE = NS + "holdsAtEvidence";

    /** What is known of two entities' being one. */
    public static final String IDENTITY_LINK = NS + "IdentityLink";

    /** From an identity link to each of its two entities. */
    public static final String LINKS = NS + "links";

    /** What became of an identity link: {@code merged}, {@code apart} or {@code possible}. */
    public static final String LINK_STATUS = NS + "linkStatus";

    /** What spoke for an identity link or against it, in words. */
    public static final String REASON = NS + "reason";

    /** From a statement in the terms of the default graph to the item's own. */
    public static final String RESTATES = NS + "restates";

    /** A key under which an entity's name is found. */
    public static final String NAME_KEY = NS + "nameKey";

    /** What a person decided. */
    public static final String REVIEW = NS + "Review";

    /** From a review to a statement, or to each of two entities. */
    public static final String REVIEWED = NS + "reviewed";

    /** Of a review: {@code accepted}, {@code rejected}, {@code corrected}, {@code same} or {@code different}. */
    public static final String DECISION = NS + "decision";

    private Nr() {}
}
