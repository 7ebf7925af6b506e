package org.newsreel.api.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=10-19, 10, 10",
        "bytes=90-, 90, 10",
        "bytes=90-500, 90, 10",
        "bytes=-5, 95, 5",
        "bytes=-500, 0, 100",
        "Bytes = 3 - 4, 3, 2"
    })
    void singleRangesOfAHundredBytesAreRead(String header, long start, long length) throws Exception {
        assertThat(ByteRange.parse(header, 100)).contains(new ByteRange(start, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-3", "bytes=", "bytes=-", "lines=1-2", "bytes=0-1,5-6", "bytes=a-b", ""})
    void whatIsNoSingleRangeIsPassedOver(String header) throws Exception {
        assertThat(ByteRange.parse(header, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999-"})
    void rangesBehindTheEndCanNotBeSatisfied(String header) {
        assertThatThrownBy(() -> ByteRange.parse(header, 100)).isInstanceOf(ByteRange.Unsatisfiable.class);
    }

    @Test
    void noHeaderAsksForTheWhole() throws Exception {
        assertThat(ByteRange.parse(null, 100)).isEmpty();
    }

    @Test
    void contentRangeNamesFirstLastAndSize() {
        assertThat(new ByteRange(10, 10).contentRange(100)).isEqualTo("bytes 10-19/100");
    }
}
