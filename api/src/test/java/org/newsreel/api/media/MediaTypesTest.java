package org.newsreel.api.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    @ParameterizedTest
    @CsvSource({
        "'\u00ff\u00d8\u00ff\u00e0', image/jpeg",
        "'\u0089PNG', image/png",
        "RIFF1234WEBPVP8, image/webp",
        "'1234ftypisom', video/mp4",
        "'1234ftypqt  ', video/quicktime",
        "'\u001aE\u00df\u00a3....webm', video/webm",
        "'\u001aE\u00df\u00a3....matroska', video/x-matroska",
        "'<html><script>', application/octet-stream",
        "'', application/octet-stream"
    })
    void theFirstBytesTell(String head, String type) {
        assertThat(MediaTypes.of(head.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(type);
    }
}
