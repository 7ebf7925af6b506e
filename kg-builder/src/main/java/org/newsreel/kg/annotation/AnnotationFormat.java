package org.newsreel.kg.annotation;

import java.util.Locale;

/** The forms in which items go out to annotators. */
public enum AnnotationFormat {
    /** brat's stand-off: {@code ID.txt} and {@code ID.ann}, offsets in code points. */
    BRAT,
    /** COCO's JSON for boxes: {@code boxes.json}. */
    COCO,
    /** YOLO's text files for boxes: {@code labels/} and {@code data.yaml}. */
    YOLO,
    /** LabelMe's JSON for boxes: a file for each frame. */
    LABELME,
    /** M3D's JSON: {@code m3d.json}, which {@code train --corpus m3d} reads. */
    M3D,
    /** DocRED's JSON: {@code docred.json}. */
    DOCRED,
    /** Extraction documents: {@code documents.jsonl}. */
    JSONL;

    /** As users write it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
