package be.vlaanderen.loopbaankrediet.sessionclaims.block;

/** What a session was about (MR 2.6). */
public enum Theme {
    JOB_TARGET,
    LABOUR_MARKET_EXPLORATION,
    QUALITIES,
    WORKABLE_WORK,
    GROWTH_AND_CHALLENGE,
    MEANING,
    MOTIVES,
    WORK_LIFE_BALANCE,
    RELATIONS_AT_WORK,
    LEADERSHIP,
    OTHER
}
