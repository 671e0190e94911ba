drop table roleprofile.draft_before;
