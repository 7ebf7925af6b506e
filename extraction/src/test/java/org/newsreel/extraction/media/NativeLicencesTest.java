package org.newsreel.extraction.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.junit.jupiter.api.Test;

/** The same library exists in builds under the GPL, which must not ship; only the library itself knows what it is. */
class NativeLicencesTest {
    @Test
    void ffmpegIsUnderTheLgpl() {
        assertThat(avutil.avutil_license().getString()).startsWith("LGPL");
        assertThat(avcodec.avcodec_license().getString()).startsWith("LGPL");
        assertThat(avformat.avformat_license().getString()).startsWith("LGPL");
        assertThat(swscale.swscale_license().getString()).startsWith("LGPL");
        assertThat(avutil.avutil_configuration().getString()).doesNotContain("--enable-gpl", "--enable-nonfree");
    }
}
