package be.vlaanderen.loopbaankrediet.sessionclaims.block;

/** Where a session took place (domain 6). */
public enum Mode {
    FACE_TO_FACE,
    ONLINE,
    WALKING
}
