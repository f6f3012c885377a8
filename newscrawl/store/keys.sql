-- Version 5: keys are chosen and made another way. The shelves are filled anew from the
-- texts when they are first asked.
DELETE FROM shelf;
DELETE FROM fresh;
