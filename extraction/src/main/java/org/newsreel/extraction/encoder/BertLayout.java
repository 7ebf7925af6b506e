package org.newsreel.extraction.encoder;

/** How the tables of a BERT's input embeddings are laid out. */
public enum BertLayout {
    /** Positions from 0, two token types (Devlin et al. 2019). */
    BERT(0, 2),
    /** RoBERTa and XLM-R: the first position is 2, because row 1 is padding's; one token type (Liu et al. 2019). */
    ROBERTA(2, 1);

    private final int firstPosition;
    private final int tokenTypes;

    BertLayout(int firstPosition, int tokenTypes) {
        this.firstPosition = firstPosition;
        this.tokenTypes = tokenTypes;
    }

    /** Row of the position table that belongs to a window's first piece; so many rows come before. */
    public int firstPosition() {
        return firstPosition;
    }

    int tokenTypes() {
        return tokenTypes;
    }
}
