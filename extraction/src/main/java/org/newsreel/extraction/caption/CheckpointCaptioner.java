package org.newsreel.extraction.caption;

import ai.djl.Device;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.encoder.Gpt2Encoder;
import org.newsreel.extraction.encoder.VitEncoder;
import org.newsreel.extraction.layer.Weights;
import org.newsreel.extraction.model.PublishedCheckpoint;
import org.newsreel.extraction.network.Pixels;

/**
 * A published vision encoder-decoder: a vision Transformer, and a GPT-2 every layer of which attends to the picture's
 * last states. Each next piece is the likeliest one.
 *
 * <p>Pictures are square, of the checkpoint's size, and each value in [0, 255] has become {@code v / 127.5 - 1}, as the
 * published captioner was trained.
 */
public final class CheckpointCaptioner implements Captioner {
    /** As many pieces as the publisher's own settings allow. */
    public static final int MAX_PIECES = 16;

    private final NDManager root;
    private final VitEncoder eye;
    private final Gpt2Encoder mouth;
    private final HuggingFaceTokenizer tokenizer;
    private final int start;
    private final int end;

    private CheckpointCaptioner(
            NDManager root, VitEncoder eye, Gpt2Encoder mouth, HuggingFaceTokenizer tokenizer, int start, int end) {
        this.root = root;
        this.eye = eye;
        this.mouth = mouth;
        this.tokenizer = tokenizer;
        this.start = start;
        this.end = end;
    }

    /**
     * Loads a checkpoint.
     *
     * @param directory in its publisher's layout, with {@code tokenizer.json}
     * @throws IllegalArgumentException in one sentence when it is no captioner or not whole
     */
    public static CheckpointCaptioner load(Path directory, Device device) {
        PublishedCheckpoint checkpoint = PublishedCheckpoint.open(directory);
        Path words = checkpoint
                .tokenizer()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The checkpoint in " + directory + " has no file tokenizer.json."));
        NDManager root = NDManager.newBaseManager(device, "PyTorch");
        VitEncoder eye = null;
        Gpt2Encoder mouth = null;
        HuggingFaceTokenizer tokenizer = null;
        boolean loaded = false;
        try {
            Weights weights = new Weights(root);
            eye = new VitEncoder(checkpoint.vitConfig(), weights.in("encoder"));
            mouth = new Gpt2Encoder(
                    checkpoint.gpt2Config(), weights.in("decoder").in("transformer"));
            checkpoint.loadInto(weights.byName());
            tokenizer = HuggingFaceTokenizer.newInstance(words, Map.of("addSpecialTokens", "false"));
            loaded = true;
            return new CheckpointCaptioner(root, eye, mouth, tokenizer, checkpoint.startPiece(), checkpoint.endPiece());
        } catch (IOException e) {
            throw new IllegalArgumentException("The file " + words + " is no tokenizer that can be read.", e);
        } finally {
            if (!loaded) {
                close(root, eye, mouth, tokenizer);
            }
        }
    }

    /** What the network says of the pixels; an empty text without pixels. */
    @Override
    public String caption(View view) {
        Optional<Pixels> pixels = view.pixels();
        return pixels.isEmpty()
                ? ""
                : tokenizer.decode(pieces(pixels.get()), true).strip();
    }

    /** The caption's pieces without the first and the last special one. */
    long[] pieces(Pixels pixels) {
        int most = Math.min(MAX_PIECES, mouth.maxPositions() - 1);
        long[] pieces = new long[1 + most];
        pieces[0] = start;
        int count = 1;
        try (NDManager manager = root.newSubManager()) {
            Shape shape = new Shape(1, Pixels.CHANNELS, pixels.height(), pixels.width());
            NDArray picture = manager.create(pixels.values(), shape);
            NDArray seen = eye.states(picture, false).get(eye.config().layers());
            while (count <= most) {
                long piece = next(seen, java.util.Arrays.copyOf(pieces, count));
                if (piece == end) {
                    break;
                }
                pieces[count] = piece;
                count++;
            }
        }
        return java.util.Arrays.copyOfRange(pieces, 1, count);
    }

    private long next(NDArray seen, long[] before) {
        try (NDManager step = seen.getManager().newSubManager()) {
            NDArray ids = step.create(before, new Shape(1, before.length));
            NDArray states = mouth.statesLookingAt(seen, ids, step.ones(ids.getShape()), false)
                    .get(mouth.layers());
            NDArray last = states.get(":, " + (before.length - 1));
            return mouth.next(last).argMax(1).toLongArray()[0];
        }
    }

    @Override
    public void close() {
        close(root, eye, mouth, tokenizer);
    }

    private static void close(NDManager root, VitEncoder eye, Gpt2Encoder mouth, HuggingFaceTokenizer tokenizer) {
        if (tokenizer != null) {
            tokenizer.close();
        }
        if (mouth != null) {
            mouth.close();
        }
        if (eye != null) {
            eye.close();
        }
        root.close();
    }
}
