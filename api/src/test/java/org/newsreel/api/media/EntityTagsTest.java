package org.newsreel.api.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityTagsTest {
    @Test
    void aTagMatchesItselfAmongOthersWeakOrNotAndTheStar() {
        assertThat(EntityTags.matches("\"a\"", "\"a\"")).isTrue();
        assertThat(EntityTags.matches("\"b\", W/\"a\"", "\"a\"")).isTrue();
        assertThat(EntityTags.matches("*", "\"a\"")).isTrue();
    }

    @Test
    void otherTagsAndNoHeaderDoNotMatch() {
        assertThat(EntityTags.matches("\"ab\"", "\"a\"")).isFalse();
        assertThat(EntityTags.matches(null, "\"a\"")).isFalse();
    }
}
