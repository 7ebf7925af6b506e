package org.newsreel.extraction.hanlp;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.corpus.io.IIOAdapter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives HanLP its data out of its own jar and nothing else. By itself it would also look in the working directory, and
 * write files there when it finds a dictionary that has no compiled form.
 */
public final class JarData implements IIOAdapter {
    /** What the segmenter reads, and so what its results depend on. */
    private static final List<String> DICTIONARIES = List.of(
            "data/dictionary/CoreNatureDictionary.mini.txt.bin",
            "data/dictionary/CoreNatureDictionary.ngram.mini.txt.table.bin",
            "data/dictionary/CoreNatureDictionary.tr.txt",
            "data/dictionary/custom/CustomDictionary.txt.bin",
            "data/dictionary/organization/nt.txt.bin",
            "data/dictionary/organization/nt.tr.txt",
            "data/dictionary/person/nr.txt.bin",
            "data/dictionary/person/nr.tr.txt",
            "data/dictionary/person/nrf.txt.trie.dat",
            "data/dictionary/person/nrj.txt.trie.dat",
            "data/dictionary/person/nrj.txt.value.dat",
            "data/dictionary/place/ns.txt.bin",
            "data/dictionary/place/ns.tr.txt",
            "data/dictionary/other/CharTable.txt.bin",
            "data/dictionary/other/CharType.bin");

    /** HanLP reports to java.util.logging what it does not find; kept here, or the setting could be collected. */
    private static final Logger HANLP_LOG = Logger.getLogger("HanLP");

    /** Lets HanLP read from here, for the whole process. */
    public static JarData install() {
        HANLP_LOG.setLevel(Level.OFF);
        JarData data = new JarData();
        HanLP.Config.IOAdapter = data;
        return data;
    }

    @Override
    public InputStream open(String path) throws IOException {
        InputStream in = HanLP.class.getResourceAsStream("/" + path);
        if (in == null) {
            throw new FileNotFoundException(path + " is not in HanLP's jar");
        }
        return in;
    }

    @Override
    public OutputStream create(String path) {
        return OutputStream.nullOutputStream();
    }

    /** Hash over the dictionaries, one after the other. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String dictionary : DICTIONARIES) {
                try (InputStream in = open(dictionary)) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("HanLP's dictionaries can't be read from its jar", e);
        }
    }
}
