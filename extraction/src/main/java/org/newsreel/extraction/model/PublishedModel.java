package org.newsreel.extraction.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checkpoint that others publish and Newsreel's encoders read.
 *
 * @param name what users call it, and its directory
 * @param role what it is used for
 * @param licence as its publisher states it
 * @param repository on the hub
 * @param revision the one that was looked at; without one the newest is taken
 * @param files to fetch; their SHA-256 where it is known, and an empty text where it isn't
 */
public record PublishedModel(
        String name,
        String role,
        String licence,
        String repository,
        Optional<String> revision,
        Map<String, String> files) {
    private static final String CONFIG = "config.json";
    private static final String TOKENIZER = "tokenizer.json";
    private static final String UNKNOWN = "";

    /**
     * All that Newsreel knows. Hashes are given where several independent sources state the same; the others are recorded
     * when they are first seen.
     */
    private static final List<PublishedModel> ALL = List.of(
            text(
                    "bert-base-uncased",
                    "English text encoder",
                    "Apache-2.0",
                    "google-bert/bert-base-uncased",
                    "86b5e0934494bd15c9632b12f734a8a67f723594",
                    "68d45e234eb4a928074dfd868cead0219ab85354cc53d20e772753c6bb9169d3"),
            text(
                    "bert-base-chinese",
                    "Chinese text encoder",
                    "Apache-2.0",
                    "google-bert/bert-base-chinese",
                    "8f23c25b06e129b6c986331a13d8d025a92cf0ea",
                    UNKNOWN),
            text(
                    "longformer-base-4096",
                    "English encoder of long texts",
                    "Apache-2.0",
                    "allenai/longformer-base-4096",
                    "301e6a42cb0d9976a6d6a26a079fef81c18aa895",
                    UNKNOWN),
            text(
                    "xlm-roberta-longformer-base-4096",
                    "encoder of long texts in a hundred languages",
                    "Apache-2.0",
                    "markussagen/xlm-roberta-longformer-base-4096",
                    UNKNOWN,
                    UNKNOWN),
            text(
                    "gpt2",
                    "English language model",
                    "MIT",
                    "openai-community/gpt2",
                    "607a30d783dfa663caf39e06633721c8d4cfcd7e",
                    "248dfc3911869ec493c76e65bf2fcf7f615828b0254c12b473182f0f81d3a707"),
            picture(
                    "vit-base-patch16-224",
                    "picture encoder",
                    "Apache-2.0",
                    "google/vit-base-patch16-224",
                    "3f49326eb077187dfe1c2a2bb15fbd74e6ab91e3",
                    UNKNOWN),
            picture(
                    "clip-vit-base-patch32",
                    "picture encoder",
                    "MIT",
                    "openai/clip-vit-base-patch32",
                    "3d74acf9a28c67741b2f4f2ea7635f0aaf6f0268",
                    UNKNOWN),
            picture(
                    "resnet50",
                    "picture encoder",
                    "BSD-3-Clause",
                    "timm/resnet50.tv_in1k",
                    "78f3ecfdb38e06d9b8397f662e7ab8fee96026fa",
                    "5d061a3c593d795bfe682d9b152bafbcf550579873492def3515b46db1189888"),
            picture(
                    "vgg16",
                    "picture encoder",
                    "BSD-3-Clause",
                    "timm/vgg16.tv_in1k",
                    "b8d8aa2dd860af9233c8c67385a8097fd6c35d3f",
                    "57b026918159a6bf9faf8405c3a551903768e7138989d9c6224a14227203fad8"),
            text(
                    "vit-gpt2-image-captioning",
                    "captions of pictures",
                    "Apache-2.0",
                    "nlpconnect/vit-gpt2-image-captioning",
                    "dc68f91c06a1ba6f15268e5b9c13ae7a7c514084",
                    UNKNOWN));

    public PublishedModel {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    private static PublishedModel text(
            String name, String role, String licence, String repository, String revision, String sha256) {
        return of(name, role, licence, repository, revision, sha256, List.of(CONFIG, TOKENIZER));
    }

    private static PublishedModel picture(
            String name, String role, String licence, String repository, String revision, String sha256) {
        return of(name, role, licence, repository, revision, sha256, List.of(CONFIG));
    }

    private static PublishedModel of(
            String name,
            String role,
            String licence,
            String repository,
            String revision,
            String sha256,
            List<String> beside) {
        Map<String, String> files = new LinkedHashMap<>();
        beside.forEach(file -> files.put(file, UNKNOWN));
        files.put(PublishedCheckpoint.WEIGHTS, sha256);
        Optional<String> known = Optional.of(revision).filter(r -> !r.isEmpty());
        return new PublishedModel(name, role, licence, repository, known, files);
    }

    /** All of them, text first. */
    public static List<PublishedModel> all() {
        return ALL;
    }

    /** The one of a name. */
    public static Optional<PublishedModel> of(String name) {
        return ALL.stream().filter(model -> model.name().equals(name)).findFirst();
    }
}
