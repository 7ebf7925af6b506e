package org.newsreel.training.paper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.media.PixelScale;

/**
 * What a corpus' file is read with.
 *
 * @param corpus one that the network reads
 * @param file the corpus' file, or its directory
 * @param pictures where the corpus' pictures or videos lie
 * @param tokenizer of the text encoder
 * @param scale how the image encoder wants pictures
 * @param labels types in the order of the scores
 * @param sizes the network's configuration
 */
record Reading<C>(
        String corpus,
        Path file,
        Optional<Path> pictures,
        TextTokenizer tokenizer,
        PixelScale scale,
        List<String> labels,
        C sizes) {}
