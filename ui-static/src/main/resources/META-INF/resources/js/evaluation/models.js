/** The models that ship. A test compares this with extraction/models. */
export const MODELS = ['newsreel-text-en', 'newsreel-text-zh', 'newsreel-pair-en', 'newsreel-hmnet-made', 'tesseract-eng'];

/** Models whose directory has a README in place of a card. */
const README = ['tesseract-eng'];

export const cardOf = name => `evaluation/models/${name}/${README.includes(name) ? 'README' : 'MODEL_CARD'}.md`;
export const figuresOf = name => `evaluation/models/${name}/model.json`;
