window.YTD.tweets.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1873406235960459421"
          ],
          "editableUntil": "2024-12-29T17:30:27.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "166"
      ],
      "favorite_count": "10",
      "id_str": "1873406235960459421",
      "truncated": false,
      "retweet_count": "0",
      "id": "1873406235960459421",
      "created_at": "Sun Dec 29 16:30:27 +0000 2024",
      "favorited": false,
      "full_text": "End of the year: two hundred and ten days at a desk, sixty-four on the water, nineteen at the bench. I'd swap the first two figures, but then who would do the labels.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1867475796009966067"
          ],
          "editableUntil": "2024-12-13T08:45:00.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "109"
      ],
      "favorite_count": "4",
      "id_str": "1867475796009966067",
      "truncated": false,
      "retweet_count": "0",
      "id": "1867475796009966067",
      "created_at": "Fri Dec 13 07:45:00 +0000 2024",
      "favorited": false,
      "full_text": "Forty-six. Decibel is twelve and a half and still hears nothing, says nothing, and runs this house. I aspire.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1860775702046804212"
          ],
          "editableUntil": "2024-11-24T21:01:13.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "179"
      ],
      "favorite_count": "1",
      "id_str": "1860775702046804212",
      "truncated": false,
      "retweet_count": "0",
      "id": "1860775702046804212",
      "created_at": "Sun Nov 24 20:01:13 +0000 2024",
      "favorited": false,
      "full_text": "Sixty-one schools. A fisherman's daughter on Inishbofin heard her father's own boat come home, before the radio did. She stood up and said \"that's us.\" Best review I'll ever have.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1853137470341452665"
          ],
          "editableUntil": "2024-11-03T19:09:37.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "135"
      ],
      "favorite_count": "5",
      "id_str": "1853137470341452665",
      "truncated": false,
      "retweet_count": "4",
      "id": "1853137470341452665",
      "created_at": "Sun Nov 03 18:09:37 +0000 2024",
      "favorited": false,
      "full_text": "When I retire I want a bench, a south window and something small to build badly. I've told Ruth. She says the bench is already outside.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1847973267338366102"
          ],
          "editableUntil": "2024-10-20T13:08:55.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "113"
      ],
      "favorite_count": "8",
      "id_str": "1847973267338366102",
      "truncated": false,
      "retweet_count": "0",
      "id": "1847973267338366102",
      "created_at": "Sun Oct 20 12:08:55 +0000 2024",
      "favorited": false,
      "full_text": "Sjuttiofemte sidan av boken idag. Pappa är med på den. Han reparerar något, förstås, och säger att havet har tid.",
      "lang": "sv"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1840463313107498013"
          ],
          "editableUntil": "2024-09-29T19:47:02.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "143"
      ],
      "favorite_count": "0",
      "id_str": "1840463313107498013",
      "truncated": false,
      "retweet_count": "0",
      "id": "1840463313107498013",
      "created_at": "Sun Sep 29 18:47:02 +0000 2024",
      "favorited": false,
      "full_text": "A child asked me which is my favourite sound. I have eleven years of recordings, and I said: an oar, from inside. It was true before I knew it.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1827787667102937425"
          ],
          "editableUntil": "2024-08-25T20:18:33.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Kwame Mensah",
            "screen_name": "kwame_hz",
            "indices": [
              "3",
              "12"
            ],
            "id_str": "88170254",
            "id": "88170254"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "82"
      ],
      "favorite_count": "0",
      "id_str": "1827787667102937425",
      "truncated": false,
      "retweet_count": "0",
      "id": "1827787667102937425",
      "created_at": "Sun Aug 25 19:18:33 +0000 2024",
      "favorited": false,
      "full_text": "RT @kwame_hz: Today's standup: the skipper took off one jumper. Survey goes ahead.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1822402583755021853"
          ],
          "editableUntil": "2024-08-10T23:40:09.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "174"
      ],
      "favorite_count": "7",
      "id_str": "1822402583755021853",
      "truncated": false,
      "retweet_count": "9",
      "id": "1822402583755021853",
      "created_at": "Sat Aug 10 22:40:09 +0000 2024",
      "favorited": false,
      "full_text": "Uncle Colm is eighty-three and told me today that my caulking is a disgrace. He was sitting on the pier with his back to the boat. I asked how he knew. \"I know you,\" he said.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1817662386149210959"
          ],
          "editableUntil": "2024-07-28T21:44:18.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "119"
      ],
      "favorite_count": "2",
      "id_str": "1817662386149210959",
      "truncated": false,
      "retweet_count": "1",
      "id": "1817662386149210959",
      "created_at": "Sun Jul 28 20:44:18 +0000 2024",
      "favorited": false,
      "full_text": "Biggest lie in my trade: \"calm day, we won't need the second line.\" I have said it. I have swum after the consequences.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1812547212026888867"
          ],
          "editableUntil": "2024-07-14T18:58:25.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "The Kitchen Skipper",
            "screen_name": "kitchenskipper",
            "indices": [
              "0",
              "15"
            ],
            "id_str": "97416230",
            "id": "97416230"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "127"
      ],
      "favorite_count": "3",
      "id_str": "1812547212026888867",
      "truncated": false,
      "retweet_count": "0",
      "id": "1812547212026888867",
      "created_at": "Sun Jul 14 17:58:25 +0000 2024",
      "favorited": false,
      "full_text": "@kitchenskipper Dillisk in brown bread: a small handful, chopped fine, no extra salt. It tastes like being forgiven by the sea.",
      "lang": "en",
      "in_reply_to_status_id_str": "1812531107526978993",
      "in_reply_to_status_id": "1812531107526978993",
      "in_reply_to_user_id": "97416230",
      "in_reply_to_user_id_str": "97416230",
      "in_reply_to_screen_name": "kitchenskipper"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1799912564365932101"
          ],
          "editableUntil": "2024-06-09T22:12:50.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "156"
      ],
      "favorite_count": "1",
      "id_str": "1799912564365932101",
      "truncated": false,
      "retweet_count": "2",
      "id": "1799912564365932101",
      "created_at": "Sun Jun 09 21:12:50 +0000 2024",
      "favorited": false,
      "full_text": "The wind site survey is done: two years, twelve recorders, all twelve home. Not one lost. I'd like it noted, on paper, in pencil, by somebody other than me.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1794836446256473175"
          ],
          "editableUntil": "2024-05-26T22:02:09.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "76"
      ],
      "favorite_count": "13",
      "id_str": "1794836446256473175",
      "truncated": false,
      "retweet_count": "0",
      "id": "1794836446256473175",
      "created_at": "Sun May 26 21:02:09 +0000 2024",
      "favorited": false,
      "full_text": "Grand day. Nothing broke, nothing leaked, nobody had notions. I distrust it.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1787112330278395774"
          ],
          "editableUntil": "2024-05-05T14:29:17.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Nuala Lindqvist",
            "screen_name": "nualacorrects",
            "indices": [
              "0",
              "14"
            ],
            "id_str": "284410932",
            "id": "284410932"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "134"
      ],
      "favorite_count": "2",
      "id_str": "1787112330278395774",
      "truncated": false,
      "retweet_count": "0",
      "id": "1787112330278395774",
      "created_at": "Sun May 05 13:29:17 +0000 2024",
      "favorited": false,
      "full_text": "@nualacorrects You walked to the pier and back with that hip and then corrected the sign on it. I saw the photograph. There was chalk.",
      "lang": "en",
      "in_reply_to_status_id_str": "1787079112475600040",
      "in_reply_to_status_id": "1787079112475600040",
      "in_reply_to_user_id": "284410932",
      "in_reply_to_user_id_str": "284410932",
      "in_reply_to_screen_name": "nualacorrects"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1782108220204902140"
          ],
          "editableUntil": "2024-04-21T19:04:44.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "163"
      ],
      "favorite_count": "4",
      "id_str": "1782108220204902140",
      "truncated": false,
      "retweet_count": "1",
      "id": "1782108220204902140",
      "created_at": "Sun Apr 21 18:04:44 +0000 2024",
      "favorited": false,
      "full_text": "Second Ear has reached fifty-eight schools. I keep the list on the inside of the workshop door, in pencil, with the dates. There is room for a hundred. I measured.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1769384479294590619"
          ],
          "editableUntil": "2024-03-17T16:25:08.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "265"
      ],
      "favorite_count": "7",
      "id_str": "1769384479294590619",
      "truncated": false,
      "retweet_count": "2",
      "id": "1769384479294590619",
      "created_at": "Sun Mar 17 15:25:08 +0000 2024",
      "favorited": false,
      "full_text": "What I tell every school before we lower the hydrophone. One: nobody speaks for a full minute, and that includes the teacher. Two: you will think it is broken, because the first thing you hear is hiss. Wait. Three: the hiss comes apart. There's a crackle, which is…",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1759168530915603843"
          ],
          "editableUntil": "2024-02-18T11:50:36.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "129"
      ],
      "favorite_count": "4",
      "id_str": "1759168530915603843",
      "truncated": false,
      "retweet_count": "0",
      "id": "1759168530915603843",
      "created_at": "Sun Feb 18 10:50:36 +0000 2024",
      "favorited": false,
      "full_text": "February light on the workshop bench this morning, straight in, level as a plank. I did no work at all. I stood in it with a mug.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1754219735013206332"
          ],
          "editableUntil": "2024-02-04T20:05:51.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "122"
      ],
      "favorite_count": "4",
      "id_str": "1754219735013206332",
      "truncated": false,
      "retweet_count": "0",
      "id": "1754219735013206332",
      "created_at": "Sun Feb 04 19:05:51 +0000 2024",
      "favorited": false,
      "full_text": "Somebody offered to build an app for Second Ear. We have a sheet of paper. It has never once asked anybody for a password.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1743734651824813861"
          ],
          "editableUntil": "2024-01-06T21:41:52.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "90"
      ],
      "favorite_count": "14",
      "id_str": "1743734651824813861",
      "truncated": false,
      "retweet_count": "1",
      "id": "1743734651824813861",
      "created_at": "Sat Jan 06 20:41:52 +0000 2024",
      "favorited": false,
      "full_text": "Ruth read the first page. \"It sounds like you,\" she said, \"but with commas.\" I'm going on.",
      "lang": "en",
      "in_reply_to_status_id_str": "1743729193420158486",
      "in_reply_to_status_id": "1743729193420158486",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1743729193420158486"
          ],
          "editableUntil": "2024-01-06T21:20:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "147"
      ],
      "favorite_count": "3",
      "id_str": "1743729193420158486",
      "truncated": false,
      "retweet_count": "0",
      "id": "1743729193420158486",
      "created_at": "Sat Jan 06 20:20:11 +0000 2024",
      "favorited": false,
      "full_text": "I've started writing a book, by hand, at the kitchen table. It's called The Loud Sea. So far it has a title, a first page and a ring from a teacup.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1733902770781265476"
          ],
          "editableUntil": "2023-12-10T18:33:29.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "144"
      ],
      "favorite_count": "2",
      "id_str": "1733902770781265476",
      "truncated": false,
      "retweet_count": "0",
      "id": "1733902770781265476",
      "created_at": "Sun Dec 10 17:33:29 +0000 2023",
      "favorited": false,
      "full_text": "Baking day: forty cardamom buns. Grind the seeds yourself, at the last minute, and don't be shy. Cardamom from a jar is sawdust with a passport.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1726302080417866135"
          ],
          "editableUntil": "2023-11-19T19:11:03.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Kwame Mensah",
            "screen_name": "kwame_hz",
            "indices": [
              "0",
              "9"
            ],
            "id_str": "88170254",
            "id": "88170254"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "135"
      ],
      "favorite_count": "8",
      "id_str": "1726302080417866135",
      "truncated": false,
      "retweet_count": "10",
      "id": "1726302080417866135",
      "created_at": "Sun Nov 19 18:11:03 +0000 2023",
      "favorited": false,
      "full_text": "@kwame_hz Nobody \"eyeballs\" a spectrogram in my net loft. We read a spectrogram from left to right, like Christians, and then we argue.",
      "lang": "en",
      "in_reply_to_status_id_str": "1726289243838934652",
      "in_reply_to_status_id": "1726289243838934652",
      "in_reply_to_user_id": "88170254",
      "in_reply_to_user_id_str": "88170254",
      "in_reply_to_screen_name": "kwame_hz"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1721138922461734835"
          ],
          "editableUntil": "2023-11-05T13:14:30.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "160"
      ],
      "favorite_count": "51",
      "id_str": "1721138922461734835",
      "truncated": false,
      "retweet_count": "0",
      "id": "1721138922461734835",
      "created_at": "Sun Nov 05 12:14:30 +0000 2023",
      "favorited": false,
      "full_text": "I would never live in a city again. Shantalla gave me six years, a degree and a neighbour who drummed. I need to hear what the wind is at before I'm out of bed.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1713644859501872527"
          ],
          "editableUntil": "2023-10-15T20:55:47.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "115"
      ],
      "favorite_count": "2",
      "id_str": "1713644859501872527",
      "truncated": false,
      "retweet_count": "0",
      "id": "1713644859501872527",
      "created_at": "Sun Oct 15 19:55:47 +0000 2023",
      "favorited": false,
      "full_text": "I was asked to describe the sound of the Atlantic in one word. \"Weather.\" I was asked to try again. \"More weather.\"",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1705985526515411741"
          ],
          "editableUntil": "2023-09-24T17:40:19.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "270"
      ],
      "favorite_count": "10",
      "id_str": "1705985526515411741",
      "truncated": false,
      "retweet_count": "4",
      "id": "1705985526515411741",
      "created_at": "Sun Sep 24 16:40:19 +0000 2023",
      "favorited": false,
      "full_text": "A short lesson on decibels, because a headline this week said a ship was \"as loud as a rocket\" and I had to go and stand in the garden. Sound in water is measured against one micropascal. Sound in air is measured against twenty. Water is also thicker and faster, so the…",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1695864410381912673"
          ],
          "editableUntil": "2023-08-27T19:22:37.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "169"
      ],
      "favorite_count": "7",
      "id_str": "1695864410381912673",
      "truncated": false,
      "retweet_count": "1",
      "id": "1695864410381912673",
      "created_at": "Sun Aug 27 18:22:37 +0000 2023",
      "favorited": false,
      "full_text": "The chipper in Kinvara does fish &amp; chips on Fridays &amp; I have arranged two whole surveys round that fact. Nobody in the office has noticed. (Siobhán has noticed.)",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1690475783171955634"
          ],
          "editableUntil": "2023-08-12T22:30:08.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "102"
      ],
      "favorite_count": "8",
      "id_str": "1690475783171955634",
      "truncated": false,
      "retweet_count": "0",
      "id": "1690475783171955634",
      "created_at": "Sat Aug 12 21:30:08 +0000 2023",
      "favorited": false,
      "full_text": "Uncle Colm said we were \"robbed\". We were not robbed. We were overtaken, by better sailors, at length.",
      "lang": "en",
      "in_reply_to_status_id_str": "1690471828243885409",
      "in_reply_to_status_id": "1690471828243885409",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1690471828243885409"
          ],
          "editableUntil": "2023-08-12T22:14:25.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "140"
      ],
      "favorite_count": "7",
      "id_str": "1690471828243885409",
      "truncated": false,
      "retweet_count": "1",
      "id": "1690471828243885409",
      "created_at": "Sat Aug 12 21:14:25 +0000 2023",
      "favorited": false,
      "full_text": "An Faoileán's first race: fourth out of five. The fifth boat had stopped to rescue a hat. Oisín was on the jib and has not stopped grinning.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1683182105309761371"
          ],
          "editableUntil": "2023-07-23T19:27:40.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Harbour Diary",
            "screen_name": "harbourdiary",
            "indices": [
              "3",
              "16"
            ],
            "id_str": "173320598",
            "id": "173320598"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "124"
      ],
      "favorite_count": "0",
      "id_str": "1683182105309761371",
      "truncated": false,
      "retweet_count": "0",
      "id": "1683182105309761371",
      "created_at": "Sun Jul 23 18:27:40 +0000 2023",
      "favorited": false,
      "full_text": "RT @harbourdiary: There are two kinds of sailor: those who have run aground and those who will tell you about somebody else.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1675615516903369342"
          ],
          "editableUntil": "2023-07-02T22:20:45.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Aoibhinn's mam",
            "screen_name": "aoibhinn_mam",
            "indices": [
              "0",
              "13"
            ],
            "id_str": "1182043317790625792",
            "id": "1182043317790625792"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "92"
      ],
      "favorite_count": "8",
      "id_str": "1675615516903369342",
      "truncated": false,
      "retweet_count": "1",
      "id": "1675615516903369342",
      "created_at": "Sun Jul 02 21:20:45 +0000 2023",
      "favorited": false,
      "full_text": "@aoibhinn_mam A basking shark? Silent, as far as anyone knows. Seven metres of good manners.",
      "lang": "en",
      "in_reply_to_status_id_str": "1675589346320921092",
      "in_reply_to_status_id": "1675589346320921092",
      "in_reply_to_user_id": "1182043317790625792",
      "in_reply_to_user_id_str": "1182043317790625792",
      "in_reply_to_screen_name": "aoibhinn_mam"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1670418612891626723"
          ],
          "editableUntil": "2023-06-18T14:10:06.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "96"
      ],
      "favorite_count": "20",
      "id_str": "1670418612891626723",
      "truncated": false,
      "retweet_count": "1",
      "id": "1670418612891626723",
      "created_at": "Sun Jun 18 13:10:06 +0000 2023",
      "favorited": false,
      "full_text": "Midnattssol i Tromsø. Jag sov med en strumpa över ögonen, och drömde att någon äntligen släckte.",
      "lang": "sv"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1669107409483948666"
          ],
          "editableUntil": "2023-06-14T23:19:51.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "140"
      ],
      "favorite_count": "5",
      "id_str": "1669107409483948666",
      "truncated": false,
      "retweet_count": "0",
      "id": "1669107409483948666",
      "created_at": "Wed Jun 14 22:19:51 +0000 2023",
      "favorited": false,
      "full_text": "A young engineer came up afterwards and whispered that she had lost two. I bought her a beer. We should say these things with the lights on.",
      "lang": "en",
      "in_reply_to_status_id_str": "1669103808721680920",
      "in_reply_to_status_id": "1669103808721680920",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1669103808721680920"
          ],
          "editableUntil": "2023-06-14T23:05:33.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "156"
      ],
      "favorite_count": "0",
      "id_str": "1669103808721680920",
      "truncated": false,
      "retweet_count": "2",
      "id": "1669103808721680920",
      "created_at": "Wed Jun 14 22:05:33 +0000 2023",
      "favorited": false,
      "full_text": "Tromsø. I gave a talk called \"How to lose a hydrophone\" to three hundred people who came expecting statistics. I gave them one number: 1. One wrong shackle.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1652761267669489805"
          ],
          "editableUntil": "2023-04-30T20:46:07.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "147"
      ],
      "favorite_count": "7",
      "id_str": "1652761267669489805",
      "truncated": false,
      "retweet_count": "11",
      "id": "1652761267669489805",
      "created_at": "Sun Apr 30 19:46:07 +0000 2023",
      "favorited": false,
      "full_text": "The Volvo failed its test on a headlamp and passed on everything that frightens me. Gunnar has 480,000 kilometres on him and the moral high ground.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1632674941966949596"
          ],
          "editableUntil": "2023-03-06T10:30:14.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Bosun's Mate",
            "screen_name": "bosunsmate",
            "indices": [
              "0",
              "11"
            ],
            "id_str": "119804427",
            "id": "119804427"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "132"
      ],
      "favorite_count": "50",
      "id_str": "1632674941966949596",
      "truncated": false,
      "retweet_count": "0",
      "id": "1632674941966949596",
      "created_at": "Mon Mar 06 09:30:14 +0000 2023",
      "favorited": false,
      "full_text": "@bosunsmate We got it back with a magnet, a net and an eleven-year-old. The eleven-year-old did it. I've offered him a job for 2030.",
      "lang": "en",
      "in_reply_to_status_id_str": "1632666133985833800",
      "in_reply_to_status_id": "1632666133985833800",
      "in_reply_to_user_id": "119804427",
      "in_reply_to_user_id_str": "119804427",
      "in_reply_to_screen_name": "bosunsmate"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1632356025007850314"
          ],
          "editableUntil": "2023-03-05T13:22:58.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "120"
      ],
      "favorite_count": "2",
      "id_str": "1632356025007850314",
      "truncated": false,
      "retweet_count": "1",
      "id": "1632356025007850314",
      "created_at": "Sun Mar 05 12:22:58 +0000 2023",
      "favorited": false,
      "full_text": "Hand to heart: I have dropped a €900 transducer into Galway docks because I was admiring a swan. The swan watched it go.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1624815973784949831"
          ],
          "editableUntil": "2023-02-12T18:01:30.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "270"
      ],
      "favorite_count": "7",
      "id_str": "1624815973784949831",
      "truncated": false,
      "retweet_count": "1",
      "id": "1624815973784949831",
      "created_at": "Sun Feb 12 17:01:30 +0000 2023",
      "favorited": false,
      "full_text": "A list, since people keep asking what I carry in the pocket of my oilskin. Pencil, and a spare pencil. A strip of self-amalgamating tape. A clothes peg, for holding whatever needs a third hand. A whistle. A marlinspike that belonged to my father, worn so smooth that it…",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1617260501115508145"
          ],
          "editableUntil": "2023-01-22T21:38:45.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "175"
      ],
      "favorite_count": "1",
      "id_str": "1617260501115508145",
      "truncated": false,
      "retweet_count": "1",
      "id": "1617260501115508145",
      "created_at": "Sun Jan 22 20:38:45 +0000 2023",
      "favorited": false,
      "full_text": "Mam slipped on the ice and broke her hip. She corrected the spelling on her own X-ray form. The surgeon says she'll be dancing by June. She says she will be the judge of that.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1609333616171279720"
          ],
          "editableUntil": "2023-01-01T00:40:08.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "110"
      ],
      "favorite_count": "14",
      "id_str": "1609333616171279720",
      "truncated": false,
      "retweet_count": "3",
      "id": "1609333616171279720",
      "created_at": "Sat Dec 31 23:40:08 +0000 2022",
      "favorited": false,
      "full_text": "Resolutions are notions with a date on them. I'm keeping last year's: more rowing, fewer meetings, ring Tomas.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1604541864730642644"
          ],
          "editableUntil": "2022-12-18T19:19:26.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "174"
      ],
      "favorite_count": "22",
      "id_str": "1604541864730642644",
      "truncated": false,
      "retweet_count": "4",
      "id": "1604541864730642644",
      "created_at": "Sun Dec 18 18:19:26 +0000 2022",
      "favorited": false,
      "full_text": "An apprentice should be paid properly from the first day. \"Experience\" doesn't buy boots. I swept a boatyard for two years and even Uncle Colm paid me, in cash and criticism.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1596943741208696098"
          ],
          "editableUntil": "2022-11-27T20:07:12.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Western Swell",
            "screen_name": "westernswell",
            "indices": [
              "3",
              "16"
            ],
            "id_str": "205518846",
            "id": "205518846"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "64"
      ],
      "favorite_count": "0",
      "id_str": "1596943741208696098",
      "truncated": false,
      "retweet_count": "1",
      "id": "1596943741208696098",
      "created_at": "Sun Nov 27 19:07:12 +0000 2022",
      "favorited": false,
      "full_text": "RT @westernswell: The sea has been cancelled today owing to sea.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1577945661368735264"
          ],
          "editableUntil": "2022-10-06T09:55:37.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "The Kitchen Skipper",
            "screen_name": "kitchenskipper",
            "indices": [
              "0",
              "15"
            ],
            "id_str": "97416230",
            "id": "97416230"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "91"
      ],
      "favorite_count": "3",
      "id_str": "1577945661368735264",
      "truncated": false,
      "retweet_count": "9",
      "id": "1577945661368735264",
      "created_at": "Thu Oct 06 08:55:37 +0000 2022",
      "favorited": false,
      "full_text": "@kitchenskipper Thank you. He'd have eaten your hat. It was his way of saying he liked you.",
      "lang": "en",
      "in_reply_to_status_id_str": "1577941635642368203",
      "in_reply_to_status_id": "1577941635642368203",
      "in_reply_to_user_id": "97416230",
      "in_reply_to_user_id_str": "97416230",
      "in_reply_to_screen_name": "kitchenskipper"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1577773325802491471"
          ],
          "editableUntil": "2022-10-05T22:30:49.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "157"
      ],
      "favorite_count": "0",
      "id_str": "1577773325802491471",
      "truncated": false,
      "retweet_count": "1",
      "id": "1577773325802491471",
      "created_at": "Wed Oct 05 21:30:49 +0000 2022",
      "favorited": false,
      "full_text": "Bosun died this afternoon, in the sun, by the shed door. Three legs, twelve years, not one bad day's work. Ruth did it herself, kindly. The house is too big.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1566844699242374791"
          ],
          "editableUntil": "2022-09-05T18:44:21.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "160"
      ],
      "favorite_count": "16",
      "id_str": "1566844699242374791",
      "truncated": false,
      "retweet_count": "2",
      "id": "1566844699242374791",
      "created_at": "Mon Sep 05 17:44:21 +0000 2022",
      "favorited": false,
      "full_text": "Our new apprentice Oisín Dunne started today. First lesson: coil a cable. Second lesson: coil it again. Third: tea. He asked sensible questions about all three.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1558760392636691839"
          ],
          "editableUntil": "2022-08-14T11:20:12.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Clinker Weekly",
            "screen_name": "clinkerweekly",
            "indices": [
              "0",
              "14"
            ],
            "id_str": "140992367",
            "id": "140992367"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "108"
      ],
      "favorite_count": "19",
      "id_str": "1558760392636691839",
      "truncated": false,
      "retweet_count": "1",
      "id": "1558760392636691839",
      "created_at": "Sun Aug 14 10:20:12 +0000 2022",
      "favorited": false,
      "full_text": "@clinkerweekly Tan sails, black hull, no engine. If the wind dies we wait. Havet har tid, as my father said.",
      "lang": "en",
      "in_reply_to_status_id_str": "1558745293824697709",
      "in_reply_to_status_id": "1558745293824697709",
      "in_reply_to_user_id": "140992367",
      "in_reply_to_user_id_str": "140992367",
      "in_reply_to_screen_name": "clinkerweekly"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1558552294532940996"
          ],
          "editableUntil": "2022-08-13T21:33:18.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "161"
      ],
      "favorite_count": "11",
      "id_str": "1558552294532940996",
      "truncated": false,
      "retweet_count": "2",
      "id": "1558552294532940996",
      "created_at": "Sat Aug 13 20:33:18 +0000 2022",
      "favorited": false,
      "full_text": "Wooden boats leak when they are launched. The planks are thirsty. You stay up the first night with a pump and a flask, and by morning they have drunk their fill.",
      "lang": "en",
      "in_reply_to_status_id_str": "1558547688728758668",
      "in_reply_to_status_id": "1558547688728758668",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1558547688728758668"
          ],
          "editableUntil": "2022-08-13T21:15:00.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "191"
      ],
      "favorite_count": "44",
      "id_str": "1558547688728758668",
      "truncated": false,
      "retweet_count": "4",
      "id": "1558547688728758668",
      "created_at": "Sat Aug 13 20:15:00 +0000 2022",
      "favorited": false,
      "full_text": "She floats. Five winters, 2,300 copper nails, one hundred years old: An Faoileán went back in the water at Kinvara today with Uncle Colm at the helm. She leaked exactly as much as she should.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1553862580209964971"
          ],
          "editableUntil": "2022-07-31T22:58:03.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "108"
      ],
      "favorite_count": "16",
      "id_str": "1553862580209964971",
      "truncated": false,
      "retweet_count": "0",
      "id": "1553862580209964971",
      "created_at": "Sun Jul 31 21:58:03 +0000 2022",
      "favorited": false,
      "full_text": "Two weeks till An Faoileán goes in. The list has forty-four items. Yesterday it had forty-four. We did nine.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1540997867143206025"
          ],
          "editableUntil": "2022-06-26T10:58:16.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "184"
      ],
      "favorite_count": "2",
      "id_str": "1540997867143206025",
      "truncated": false,
      "retweet_count": "0",
      "id": "1540997867143206025",
      "created_at": "Sun Jun 26 09:58:16 +0000 2022",
      "favorited": false,
      "full_text": "Climate change isn't a headline in my job, it's a column in my logbook: our bay was 1.1 degrees warmer this June than in my first June at the station. I'd rather argue with a headline.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1531013660664566884"
          ],
          "editableUntil": "2022-05-29T21:44:36.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Western Swell",
            "screen_name": "westernswell",
            "indices": [
              "0",
              "13"
            ],
            "id_str": "205518846",
            "id": "205518846"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "132"
      ],
      "favorite_count": "5",
      "id_str": "1531013660664566884",
      "truncated": false,
      "retweet_count": "1",
      "id": "1531013660664566884",
      "created_at": "Sun May 29 20:44:36 +0000 2022",
      "favorited": false,
      "full_text": "@westernswell No. Dolphins are not smiling: that is simply where the jaw ends. I look cheerful in the same way, from certain angles.",
      "lang": "en",
      "in_reply_to_status_id_str": "1530991765672606191",
      "in_reply_to_status_id": "1530991765672606191",
      "in_reply_to_user_id": "205518846",
      "in_reply_to_user_id_str": "205518846",
      "in_reply_to_screen_name": "westernswell"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1520848835145572194"
          ],
          "editableUntil": "2022-05-01T20:33:12.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "109"
      ],
      "favorite_count": "8",
      "id_str": "1520848835145572194",
      "truncated": false,
      "retweet_count": "0",
      "id": "1520848835145572194",
      "created_at": "Sun May 01 19:33:12 +0000 2022",
      "favorited": false,
      "full_text": "Not the worst: one day on the water, no losses, chips on the pier. I've been at worse weddings. (Not my own.)",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1515722291805477448"
          ],
          "editableUntil": "2022-04-17T17:02:09.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "135"
      ],
      "favorite_count": "12",
      "id_str": "1515722291805477448",
      "truncated": false,
      "retweet_count": "1",
      "id": "1515722291805477448",
      "created_at": "Sun Apr 17 16:02:09 +0000 2022",
      "favorited": false,
      "full_text": "Påsk i Göteborg. Signe, åtta år, frågade om valar har accent. Det har de faktiskt. Jag var tyst av stolthet under en hel spårvagnsresa.",
      "lang": "sv"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1505612823342259481"
          ],
          "editableUntil": "2022-03-20T19:30:44.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "172"
      ],
      "favorite_count": "19",
      "id_str": "1505612823342259481",
      "truncated": false,
      "retweet_count": "0",
      "id": "1505612823342259481",
      "created_at": "Sun Mar 20 18:30:44 +0000 2022",
      "favorited": false,
      "full_text": "Paudie Mannion has skippered the Muirín for me for four years and has never once told me the weather. He looks at the sky, looks at me, and takes off or puts on one jumper.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1490292252637168155"
          ],
          "editableUntil": "2022-02-06T12:52:15.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "111"
      ],
      "favorite_count": "8",
      "id_str": "1490292252637168155",
      "truncated": false,
      "retweet_count": "0",
      "id": "1490292252637168155",
      "created_at": "Sun Feb 06 11:52:15 +0000 2022",
      "favorited": false,
      "full_text": "Twelve recorders, twelve moorings, one kind of metal. I check every shackle myself. Paudie calls it the rosary.",
      "lang": "en",
      "in_reply_to_status_id_str": "1490289387660966205",
      "in_reply_to_status_id": "1490289387660966205",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1490289387660966205"
          ],
          "editableUntil": "2022-02-06T12:40:52.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "185"
      ],
      "favorite_count": "1",
      "id_str": "1490289387660966205",
      "truncated": false,
      "retweet_count": "2",
      "id": "1490289387660966205",
      "created_at": "Sun Feb 06 11:40:52 +0000 2022",
      "favorited": false,
      "full_text": "We start a two-year survey of a planned wind farm site: twelve recorders on the sea bed before anyone drives a single pile. If you don't know what quiet was, you can't say who broke it.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1480619312875147617"
          ],
          "editableUntil": "2022-01-10T20:15:27.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "126"
      ],
      "favorite_count": "2",
      "id_str": "1480619312875147617",
      "truncated": false,
      "retweet_count": "2",
      "id": "1480619312875147617",
      "created_at": "Mon Jan 10 19:15:27 +0000 2022",
      "favorited": false,
      "full_text": "Promoted: technical lead. It means I have the same job and also the calendar. Siobhán in the office says I may keep my pencil.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1467594237549743405"
          ],
          "editableUntil": "2021-12-05T21:38:27.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Clinker Weekly",
            "screen_name": "clinkerweekly",
            "indices": [
              "3",
              "17"
            ],
            "id_str": "140992367",
            "id": "140992367"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "83"
      ],
      "favorite_count": "0",
      "id_str": "1467594237549743405",
      "truncated": false,
      "retweet_count": "2",
      "id": "1467594237549743405",
      "created_at": "Sun Dec 05 20:38:27 +0000 2021",
      "favorited": false,
      "full_text": "RT @clinkerweekly: You do not own a wooden boat. You are in correspondence with it.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1462516619774938836"
          ],
          "editableUntil": "2021-11-21T21:21:49.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "105"
      ],
      "favorite_count": "3",
      "id_str": "1462516619774938836",
      "truncated": false,
      "retweet_count": "0",
      "id": "1462516619774938836",
      "created_at": "Sun Nov 21 20:21:49 +0000 2021",
      "favorited": false,
      "full_text": "Motivational posters in a workshop should be limited to one, and it should say WHERE IS YOUR OTHER GLOVE.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1451980763414197311"
          ],
          "editableUntil": "2021-10-23T19:36:05.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "151"
      ],
      "favorite_count": "3",
      "id_str": "1451980763414197311",
      "truncated": false,
      "retweet_count": "1",
      "id": "1451980763414197311",
      "created_at": "Sat Oct 23 18:36:05 +0000 2021",
      "favorited": false,
      "full_text": "Second Ear was given the Galway Bay Coast Prize. It is a glass wave. Decibel has already tried to push it off the dresser, which I take as peer review.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1446943683684930680"
          ],
          "editableUntil": "2021-10-09T22:00:31.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "114"
      ],
      "favorite_count": "1",
      "id_str": "1446943683684930680",
      "truncated": false,
      "retweet_count": "0",
      "id": "1446943683684930680",
      "created_at": "Sat Oct 09 21:00:31 +0000 2021",
      "favorited": false,
      "full_text": "Two of the three companies have agreed to do it. The third is \"considering the timetable\". I've sent them a clock.",
      "lang": "en",
      "in_reply_to_status_id_str": "1446940591922249122",
      "in_reply_to_status_id": "1446940591922249122",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1446940591922249122"
          ],
          "editableUntil": "2021-10-09T21:48:14.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [
          {
            "url": "https://t.co/g8uyvtqgAW",
            "expanded_url": "https://tawin-acoustics.example/quiet-harbour",
            "display_url": "tawin-acoustics.example/quiet-",
            "indices": [
              "179",
              "202"
            ]
          }
        ],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "202"
      ],
      "favorite_count": "4",
      "id_str": "1446940591922249122",
      "truncated": false,
      "retweet_count": "0",
      "id": "1446940591922249122",
      "created_at": "Sat Oct 09 20:48:14 +0000 2021",
      "favorited": false,
      "full_text": "Quiet Harbour report is out: ferries that drop from 18 to 11 knots for the last mile are 7 dB quieter under water. It costs four minutes. Four. You lose more finding your ticket. https://t.co/g8uyvtqgAW",
      "lang": "en",
      "possibly_sensitive": false
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1426954245726302078"
          ],
          "editableUntil": "2021-08-15T18:09:38.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Aoibhinn's mam",
            "screen_name": "aoibhinn_mam",
            "indices": [
              "0",
              "13"
            ],
            "id_str": "1182043317790625792",
            "id": "1182043317790625792"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "150"
      ],
      "favorite_count": "2",
      "id_str": "1426954245726302078",
      "truncated": false,
      "retweet_count": "0",
      "id": "1426954245726302078",
      "created_at": "Sun Aug 15 17:09:38 +0000 2021",
      "favorited": false,
      "full_text": "@aoibhinn_mam Tell her the low hum is a boat far away and the crackle is close by. Low sounds travel; high ones get tired. It's the same at a wedding.",
      "lang": "en",
      "in_reply_to_status_id_str": "1426945689384321968",
      "in_reply_to_status_id": "1426945689384321968",
      "in_reply_to_user_id": "1182043317790625792",
      "in_reply_to_user_id_str": "1182043317790625792",
      "in_reply_to_screen_name": "aoibhinn_mam"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1419293201077425650"
          ],
          "editableUntil": "2021-07-25T14:47:22.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Bosun's Mate",
            "screen_name": "bosunsmate",
            "indices": [
              "3",
              "14"
            ],
            "id_str": "119804427",
            "id": "119804427"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "99"
      ],
      "favorite_count": "0",
      "id_str": "1419293201077425650",
      "truncated": false,
      "retweet_count": "0",
      "id": "1419293201077425650",
      "created_at": "Sun Jul 25 13:47:22 +0000 2021",
      "favorited": false,
      "full_text": "RT @bosunsmate: Lost: one 10 mm spanner. Found: same place as always, the day after buying another.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1409232338411150944"
          ],
          "editableUntil": "2021-06-27T20:29:06.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "163"
      ],
      "favorite_count": "22",
      "id_str": "1409232338411150944",
      "truncated": false,
      "retweet_count": "0",
      "id": "1409232338411150944",
      "created_at": "Sun Jun 27 19:29:06 +0000 2021",
      "favorited": false,
      "full_text": "And at 03:12 on 14 January 2015: a crack, a long scrape, quiet. That is my shackle letting go. I have listened to my own mistake in stereo. Everybody should, once.",
      "lang": "en",
      "in_reply_to_status_id_str": "1409228485870482814",
      "in_reply_to_status_id": "1409228485870482814",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1409228485870482814"
          ],
          "editableUntil": "2021-06-27T20:13:47.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "155"
      ],
      "favorite_count": "3",
      "id_str": "1409228485870482814",
      "truncated": false,
      "retweet_count": "1",
      "id": "1409228485870482814",
      "created_at": "Sun Jun 27 19:13:47 +0000 2021",
      "favorited": false,
      "full_text": "The memory card was dry. Sixty-four days of sound. Fin whales on thirty-one of them: they were all there, the whole time, just not where I could hear them.",
      "lang": "en",
      "in_reply_to_status_id_str": "1406377734305368078",
      "in_reply_to_status_id": "1406377734305368078",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1406377734305368078"
          ],
          "editableUntil": "2021-06-19T23:25:55.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "164"
      ],
      "favorite_count": "6",
      "id_str": "1406377734305368078",
      "truncated": false,
      "retweet_count": "0",
      "id": "1406377734305368078",
      "created_at": "Sat Jun 19 22:25:55 +0000 2021",
      "favorited": false,
      "full_text": "We went to Barra and brought her home. I gave Murdo an oak doorstop I made for him. He inspected the dovetail and said it was \"adequate\". We'll be friends for life.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1391343311196283749"
          ],
          "editableUntil": "2021-05-09T11:44:29.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "91"
      ],
      "favorite_count": "1",
      "id_str": "1391343311196283749",
      "truncated": false,
      "retweet_count": "0",
      "id": "1391343311196283749",
      "created_at": "Sun May 09 10:44:29 +0000 2021",
      "favorited": false,
      "full_text": "Murdo says that Number Seven is a very good doorstop. I believe it: 11 kilos, and stubborn.",
      "lang": "en",
      "in_reply_to_status_id_str": "1391140016042926994",
      "in_reply_to_status_id": "1391140016042926994",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1391140016042926994"
          ],
          "editableUntil": "2021-05-08T22:16:40.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "183"
      ],
      "favorite_count": "3",
      "id_str": "1391140016042926994",
      "truncated": false,
      "retweet_count": "2",
      "id": "1391140016042926994",
      "created_at": "Sat May 08 21:16:40 +0000 2021",
      "favorited": false,
      "full_text": "The finder is Murdo MacPhail, a retired postman. Murdo picked her off the strand and used her as a doorstop for a fortnight before reading the label. The label. Lindqvist's first law.",
      "lang": "en",
      "in_reply_to_status_id_str": "1391136625589401521",
      "in_reply_to_status_id": "1391136625589401521",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1391136625589401521"
          ],
          "editableUntil": "2021-05-08T22:03:12.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "152"
      ],
      "favorite_count": "1",
      "id_str": "1391136625589401521",
      "truncated": false,
      "retweet_count": "1",
      "id": "1391136625589401521",
      "created_at": "Sat May 08 21:03:12 +0000 2021",
      "favorited": false,
      "full_text": "A man rang from Barra, in the Outer Hebrides. \"I have your machine holding my door open.\" It's Number Seven. SIX YEARS. She's alive. I have to sit down.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1386390814455982960"
          ],
          "editableUntil": "2021-04-25T19:45:02.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "186"
      ],
      "favorite_count": "6",
      "id_str": "1386390814455982960",
      "truncated": false,
      "retweet_count": "2",
      "id": "1386390814455982960",
      "created_at": "Sun Apr 25 18:45:02 +0000 2021",
      "favorited": false,
      "full_text": "I closed my own boatyard in 2009. I was ashamed for about three years. Then a man showed me a boat I'd built, with his daughter's height marked on the mast, and that was the end of that.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1371179332949940711"
          ],
          "editableUntil": "2021-03-14T20:20:02.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Kwame Mensah",
            "screen_name": "kwame_hz",
            "indices": [
              "0",
              "9"
            ],
            "id_str": "88170254",
            "id": "88170254"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "64"
      ],
      "favorite_count": "7",
      "id_str": "1371179332949940711",
      "truncated": false,
      "retweet_count": "4",
      "id": "1371179332949940711",
      "created_at": "Sun Mar 14 19:20:02 +0000 2021",
      "favorited": false,
      "full_text": "@kwame_hz In fairness to it, it was a very lonely-sounding pump.",
      "lang": "en",
      "in_reply_to_status_id_str": "1371140577420366923",
      "in_reply_to_status_id": "1371140577420366923",
      "in_reply_to_user_id": "88170254",
      "in_reply_to_user_id_str": "88170254",
      "in_reply_to_screen_name": "kwame_hz"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1371173915839626598"
          ],
          "editableUntil": "2021-03-14T19:58:31.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "154"
      ],
      "favorite_count": "1",
      "id_str": "1371173915839626598",
      "truncated": false,
      "retweet_count": "1",
      "id": "1371173915839626598",
      "created_at": "Sun Mar 14 18:58:31 +0000 2021",
      "favorited": false,
      "full_text": "AI that sorts whale calls is like a keen student: fast, cheerful, and you must check the homework. Ours filed a pump in Rossaveel as a minke for six days.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1363462213337230059"
          ],
          "editableUntil": "2021-02-21T13:14:58.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "125"
      ],
      "favorite_count": "3",
      "id_str": "1363462213337230059",
      "truncated": false,
      "retweet_count": "0",
      "id": "1363462213337230059",
      "created_at": "Sun Feb 21 12:14:58 +0000 2021",
      "favorited": false,
      "full_text": "Steaming a plank: an hour an inch, then you have about forty seconds and no friends. I have seen calm men weep at a garboard.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1355970926586099541"
          ],
          "editableUntil": "2021-01-31T21:07:16.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Jutta Petersen",
            "screen_name": "juttapetersen_k",
            "indices": [
              "0",
              "16"
            ],
            "id_str": "224906813",
            "id": "224906813"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "116"
      ],
      "favorite_count": "5",
      "id_str": "1355970926586099541",
      "truncated": false,
      "retweet_count": "0",
      "id": "1355970926586099541",
      "created_at": "Sun Jan 31 20:07:16 +0000 2021",
      "favorited": false,
      "full_text": "@juttapetersen_k Lärche, aber nur aus dem Norden. Die weiche aus dem Tal fault dir weg, bevor die Farbe trocken ist.",
      "lang": "de",
      "in_reply_to_status_id_str": "1355947270477348212",
      "in_reply_to_status_id": "1355947270477348212",
      "in_reply_to_user_id": "224906813",
      "in_reply_to_user_id_str": "224906813",
      "in_reply_to_screen_name": "juttapetersen_k"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1338034811779265201"
          ],
          "editableUntil": "2020-12-13T09:15:33.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "113"
      ],
      "favorite_count": "5",
      "id_str": "1338034811779265201",
      "truncated": false,
      "retweet_count": "1",
      "id": "1338034811779265201",
      "created_at": "Sun Dec 13 08:15:33 +0000 2020",
      "favorited": false,
      "full_text": "Forty-two today. Ruth gave me a torque wrench and no speeches. I had to go out and look at the rain for a minute.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1333099110273767159"
          ],
          "editableUntil": "2020-11-29T18:22:50.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "137"
      ],
      "favorite_count": "1",
      "id_str": "1333099110273767159",
      "truncated": false,
      "retweet_count": "0",
      "id": "1333099110273767159",
      "created_at": "Sun Nov 29 17:22:50 +0000 2020",
      "favorited": false,
      "full_text": "Winter evenings: one plank, one lamp, one cup. An Faoileán has nineteen new planks and I have eleven working fingers' worth of splinters.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1325526675364318716"
          ],
          "editableUntil": "2020-11-08T20:52:41.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Aoibhinn's mam",
            "screen_name": "aoibhinn_mam",
            "indices": [
              "0",
              "13"
            ],
            "id_str": "1182043317790625792",
            "id": "1182043317790625792"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "117"
      ],
      "favorite_count": "2",
      "id_str": "1325526675364318716",
      "truncated": false,
      "retweet_count": "0",
      "id": "1325526675364318716",
      "created_at": "Sun Nov 08 19:52:41 +0000 2020",
      "favorited": false,
      "full_text": "@aoibhinn_mam Castor oil because it carries sound nearly as sea water does, and because no child ever drank it twice.",
      "lang": "en",
      "in_reply_to_status_id_str": "1325516610866727203",
      "in_reply_to_status_id": "1325516610866727203",
      "in_reply_to_user_id": "1182043317790625792",
      "in_reply_to_user_id_str": "1182043317790625792",
      "in_reply_to_screen_name": "aoibhinn_mam"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1317913624987527861"
          ],
          "editableUntil": "2020-10-18T20:41:08.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "135"
      ],
      "favorite_count": "1",
      "id_str": "1317913624987527861",
      "truncated": false,
      "retweet_count": "0",
      "id": "1317913624987527861",
      "created_at": "Sun Oct 18 19:41:08 +0000 2020",
      "favorited": false,
      "full_text": "Open data is only manners: the public paid for the recording, so the public gets the recording, with the mistakes left in and labelled.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1305597785794677129"
          ],
          "editableUntil": "2020-09-14T21:02:23.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "91"
      ],
      "favorite_count": "1",
      "id_str": "1305597785794677129",
      "truncated": false,
      "retweet_count": "0",
      "id": "1305597785794677129",
      "created_at": "Mon Sep 14 20:02:23 +0000 2020",
      "favorited": false,
      "full_text": "My mother came out of retirement to correct the worksheet. Eleven errors. One was the date.",
      "lang": "en",
      "in_reply_to_status_id_str": "1305526374590525798",
      "in_reply_to_status_id": "1305526374590525798",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1305526374590525798"
          ],
          "editableUntil": "2020-09-14T16:18:37.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "187"
      ],
      "favorite_count": "1",
      "id_str": "1305526374590525798",
      "truncated": false,
      "retweet_count": "2",
      "id": "1305526374590525798",
      "created_at": "Mon Sep 14 15:18:37 +0000 2020",
      "favorited": false,
      "full_text": "Second Ear had its first school today: Kinvara, my mother's old classroom. Twenty-six children round one speaker. A girl called Aoibhinn said: \"it's like the sea is cooking.\" She gets it.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1287334348120053314"
          ],
          "editableUntil": "2020-07-26T11:30:00.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "123"
      ],
      "favorite_count": "3",
      "id_str": "1287334348120053314",
      "truncated": false,
      "retweet_count": "1",
      "id": "1287334348120053314",
      "created_at": "Sun Jul 26 10:30:00 +0000 2020",
      "favorited": false,
      "full_text": "Sunday in this house: Ruth on call, the cat on the chart, me on the roof looking for the leak that lives in the north wall.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1279821130905889108"
          ],
          "editableUntil": "2020-07-05T17:55:10.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Tomas Lindqvist",
            "screen_name": "tomasbakar",
            "indices": [
              "0",
              "11"
            ],
            "id_str": "190277415",
            "id": "190277415"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "69"
      ],
      "favorite_count": "1",
      "id_str": "1279821130905889108",
      "truncated": false,
      "retweet_count": "0",
      "id": "1279821130905889108",
      "created_at": "Sun Jul 05 16:55:10 +0000 2020",
      "favorited": false,
      "full_text": "@tomasbakar Svara på frågan, Tomas. Knakar skorpan eller sjunger den?",
      "lang": "sv",
      "in_reply_to_status_id_str": "1279802762698223790",
      "in_reply_to_status_id": "1279802762698223790",
      "in_reply_to_user_id": "190277415",
      "in_reply_to_user_id_str": "190277415",
      "in_reply_to_screen_name": "tomasbakar"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1274818560054781528"
          ],
          "editableUntil": "2020-06-21T22:36:44.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Tomas Lindqvist",
            "screen_name": "tomasbakar",
            "indices": [
              "3",
              "14"
            ],
            "id_str": "190277415",
            "id": "190277415"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "95"
      ],
      "favorite_count": "0",
      "id_str": "1274818560054781528",
      "truncated": false,
      "retweet_count": "0",
      "id": "1274818560054781528",
      "created_at": "Sun Jun 21 21:36:44 +0000 2020",
      "favorited": false,
      "full_text": "RT @tomasbakar: My sister asked me to describe my sourdough \"as a sound\". I have a shop to run.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1262088233308163575"
          ],
          "editableUntil": "2020-05-17T19:30:57.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "74"
      ],
      "favorite_count": "0",
      "id_str": "1262088233308163575",
      "truncated": false,
      "retweet_count": "3",
      "id": "1262088233308163575",
      "created_at": "Sun May 17 18:30:57 +0000 2020",
      "favorited": false,
      "full_text": "I made the certificate. It's framed. The Bishop has been unbearable since.",
      "lang": "en",
      "in_reply_to_status_id_str": "1261914931957094645",
      "in_reply_to_status_id": "1261914931957094645",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1261914931957094645"
          ],
          "editableUntil": "2020-05-17T08:02:19.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "131"
      ],
      "favorite_count": "36",
      "id_str": "1261914931957094645",
      "truncated": false,
      "retweet_count": "5",
      "id": "1261914931957094645",
      "created_at": "Sun May 17 07:02:19 +0000 2020",
      "favorited": false,
      "full_text": "Measured Mattie's rooster for science. The Bishop: 94 dB at one metre, at ten to five. Mattie is delighted and wants a certificate.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1254420256220205382"
          ],
          "editableUntil": "2020-04-26T15:41:09.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "160"
      ],
      "favorite_count": "0",
      "id_str": "1254420256220205382",
      "truncated": false,
      "retweet_count": "0",
      "id": "1254420256220205382",
      "created_at": "Sun Apr 26 14:41:09 +0000 2020",
      "favorited": false,
      "full_text": "I'm calling it Second Ear. Plan: one for every coastal school that wants it. Ruth asked how many that is. I said about a hundred. She put on the kettle, slowly.",
      "lang": "en",
      "in_reply_to_status_id_str": "1254415113623686228",
      "in_reply_to_status_id": "1254415113623686228",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1254415113623686228"
          ],
          "editableUntil": "2020-04-26T15:20:43.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "164"
      ],
      "favorite_count": "10",
      "id_str": "1254415113623686228",
      "truncated": false,
      "retweet_count": "4",
      "id": "1254415113623686228",
      "created_at": "Sun Apr 26 14:20:43 +0000 2020",
      "favorited": false,
      "full_text": "Built a hydrophone on the kitchen table today with what a child could buy: €38 all in. Ruth says the table smells of castor oil. The table has never been so useful.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1252163323396206484"
          ],
          "editableUntil": "2020-04-20T10:12:55.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "The Kitchen Skipper",
            "screen_name": "kitchenskipper",
            "indices": [
              "0",
              "15"
            ],
            "id_str": "97416230",
            "id": "97416230"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "146"
      ],
      "favorite_count": "3",
      "id_str": "1252163323396206484",
      "truncated": false,
      "retweet_count": "0",
      "id": "1252163323396206484",
      "created_at": "Mon Apr 20 09:12:55 +0000 2020",
      "favorited": false,
      "full_text": "@kitchenskipper You'd hear shrimp, far-off rain, a seal thinking about it. And once, for forty seconds, one man rowing. I knew him by his rowlock.",
      "lang": "en",
      "in_reply_to_status_id_str": "1252126331719541296",
      "in_reply_to_status_id": "1252126331719541296",
      "in_reply_to_user_id": "97416230",
      "in_reply_to_user_id_str": "97416230",
      "in_reply_to_screen_name": "kitchenskipper"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1251971449063076834"
          ],
          "editableUntil": "2020-04-19T21:30:28.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "195"
      ],
      "favorite_count": "2",
      "id_str": "1251971449063076834",
      "truncated": false,
      "retweet_count": "1",
      "id": "1251971449063076834",
      "created_at": "Sun Apr 19 20:30:28 +0000 2020",
      "favorited": false,
      "full_text": "Three weeks in: low-frequency noise in the inner bay is down 6 dB. Only a quarter of the sound energy is left. I have waited my whole working life to hear this, and I would give it back tomorrow.",
      "lang": "en",
      "in_reply_to_status_id_str": "1244349859999372180",
      "in_reply_to_status_id": "1244349859999372180",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1244349859999372180"
          ],
          "editableUntil": "2020-03-29T20:45:00.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "170"
      ],
      "favorite_count": "7",
      "id_str": "1244349859999372180",
      "truncated": false,
      "retweet_count": "2",
      "id": "1244349859999372180",
      "created_at": "Sun Mar 29 19:45:00 +0000 2020",
      "favorited": false,
      "full_text": "Country shut. We have three recorders still listening in the bay and nobody left out there to make noise. I should feel sad. I feel like a child who has been let stay up.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1223910079512455697"
          ],
          "editableUntil": "2020-02-02T11:04:36.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "103"
      ],
      "favorite_count": "10",
      "id_str": "1223910079512455697",
      "truncated": false,
      "retweet_count": "1",
      "id": "1223910079512455697",
      "created_at": "Sun Feb 02 10:04:36 +0000 2020",
      "favorited": false,
      "full_text": "First of February behind us, the light is back on the north wall and the damp has come out to sunbathe.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1208817902375956567"
          ],
          "editableUntil": "2019-12-22T19:33:41.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "95"
      ],
      "favorite_count": "1",
      "id_str": "1208817902375956567",
      "truncated": false,
      "retweet_count": "1",
      "id": "1208817902375956567",
      "created_at": "Sun Dec 22 18:33:41 +0000 2019",
      "favorited": false,
      "full_text": "Every boat I ever finished was finished the night before. Every one. The wood knows a deadline.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1200809032344095821"
          ],
          "editableUntil": "2019-11-30T17:09:17.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "126"
      ],
      "favorite_count": "6",
      "id_str": "1200809032344095821",
      "truncated": false,
      "retweet_count": "1",
      "id": "1200809032344095821",
      "created_at": "Sat Nov 30 16:09:17 +0000 2019",
      "favorited": false,
      "full_text": "Svar till skolklassen i Göteborg: ja, torsken pratar. Den grymtar. Och ja, jag har blivit sjösjuk på jobbet, senast i tisdags.",
      "lang": "sv"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1188548882917748141"
          ],
          "editableUntil": "2019-10-27T21:11:50.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "158"
      ],
      "favorite_count": "2",
      "id_str": "1188548882917748141",
      "truncated": false,
      "retweet_count": "1",
      "id": "1188548882917748141",
      "created_at": "Sun Oct 27 20:11:50 +0000 2019",
      "favorited": false,
      "full_text": "I have taken the wheel of many boats and I will say this about touch screens at sea: wet fingers, cold fingers, gloves. Give me a knob I can find in the dark.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1180811830913941009"
          ],
          "editableUntil": "2019-10-06T12:47:33.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "58"
      ],
      "favorite_count": "15",
      "id_str": "1180811830913941009",
      "truncated": false,
      "retweet_count": "5",
      "id": "1180811830913941009",
      "created_at": "Sun Oct 06 11:47:33 +0000 2019",
      "favorited": false,
      "full_text": "Whales are not \"majestic\". They're busy. Leave them to it.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1175823629207570971"
          ],
          "editableUntil": "2019-09-22T18:26:13.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "130"
      ],
      "favorite_count": "1",
      "id_str": "1175823629207570971",
      "truncated": false,
      "retweet_count": "1",
      "id": "1175823629207570971",
      "created_at": "Sun Sep 22 17:26:13 +0000 2019",
      "favorited": false,
      "full_text": "Somebody asked how whales sleep with all that racket. I don't know, and I like not knowing: it means there's work for the morning.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1163178186201197057"
          ],
          "editableUntil": "2019-08-18T20:57:45.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "106"
      ],
      "favorite_count": "6",
      "id_str": "1163178186201197057",
      "truncated": false,
      "retweet_count": "1",
      "id": "1163178186201197057",
      "created_at": "Sun Aug 18 19:57:45 +0000 2019",
      "favorited": false,
      "full_text": "Cod grunt, haddock thump, gurnards croak like a door in a cheap film. Fish aren't quiet. Fish are ignored.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1150399055784190212"
          ],
          "editableUntil": "2019-07-14T14:38:02.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Kwame Mensah",
            "screen_name": "kwame_hz",
            "indices": [
              "0",
              "9"
            ],
            "id_str": "88170254",
            "id": "88170254"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "38"
      ],
      "favorite_count": "3",
      "id_str": "1150399055784190212",
      "truncated": false,
      "retweet_count": "1",
      "id": "1150399055784190212",
      "created_at": "Sun Jul 14 13:38:02 +0000 2019",
      "favorited": false,
      "full_text": "@kwame_hz You varnished it badly, too.",
      "lang": "en",
      "in_reply_to_status_id_str": "1150378669038813829",
      "in_reply_to_status_id": "1150378669038813829",
      "in_reply_to_user_id": "88170254",
      "in_reply_to_user_id_str": "88170254",
      "in_reply_to_screen_name": "kwame_hz"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1145094485447087299"
          ],
          "editableUntil": "2019-06-29T23:19:34.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Kwame Mensah",
            "screen_name": "kwame_hz",
            "indices": [
              "3",
              "12"
            ],
            "id_str": "88170254",
            "id": "88170254"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "121"
      ],
      "favorite_count": "0",
      "id_str": "1145094485447087299",
      "truncated": false,
      "retweet_count": "0",
      "id": "1145094485447087299",
      "created_at": "Sat Jun 29 22:19:34 +0000 2019",
      "favorited": false,
      "full_text": "RT @kwame_hz: Told Mara I'd automated her logbook. She looked at me the way you look at a man who has varnished a banana.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1128028431895467918"
          ],
          "editableUntil": "2019-05-13T21:05:10.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "154"
      ],
      "favorite_count": "13",
      "id_str": "1128028431895467918",
      "truncated": false,
      "retweet_count": "1",
      "id": "1128028431895467918",
      "created_at": "Mon May 13 20:05:10 +0000 2019",
      "favorited": false,
      "full_text": "I expected the ferry crews to hate us. One of the engineers has already found a loose bracket because our recording told him so. We're invited for dinner.",
      "lang": "en",
      "in_reply_to_status_id_str": "1127857874684594413",
      "in_reply_to_status_id": "1127857874684594413",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1127857874684594413"
          ],
          "editableUntil": "2019-05-13T09:47:26.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "154"
      ],
      "favorite_count": "8",
      "id_str": "1127857874684594413",
      "truncated": false,
      "retweet_count": "3",
      "id": "1127857874684594413",
      "created_at": "Mon May 13 08:47:26 +0000 2019",
      "favorited": false,
      "full_text": "Quiet Harbour starts today: we are measuring what the island ferries at Rossaveel sound like from below, and what happens if they slow down a bit earlier.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1120000952554690328"
          ],
          "editableUntil": "2019-04-21T17:26:50.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "140"
      ],
      "favorite_count": "5",
      "id_str": "1120000952554690328",
      "truncated": false,
      "retweet_count": "0",
      "id": "1120000952554690328",
      "created_at": "Sun Apr 21 16:26:50 +0000 2019",
      "favorited": false,
      "full_text": "Advice I'd give at twenty: wear the ear muffs, keep every receipt, and say sorry to the apprentice when it was you who left the clamp loose.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1112425126634945429"
          ],
          "editableUntil": "2019-03-31T19:43:12.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "145"
      ],
      "favorite_count": "1",
      "id_str": "1112425126634945429",
      "truncated": false,
      "retweet_count": "0",
      "id": "1112425126634945429",
      "created_at": "Sun Mar 31 18:43:12 +0000 2019",
      "favorited": false,
      "full_text": "New colleague: Kwame Mensah, who does our data. He's from Cork, calls my spreadsheets \"historic\", and has already labelled his own mug. He'll do.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1102303931982878017"
          ],
          "editableUntil": "2019-03-03T21:25:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "153"
      ],
      "favorite_count": "4",
      "id_str": "1102303931982878017",
      "truncated": false,
      "retweet_count": "3",
      "id": "1102303931982878017",
      "created_at": "Sun Mar 03 20:25:11 +0000 2019",
      "favorited": false,
      "full_text": "Note to every new colleague: two engines of 120 dB make 123, not 240. Decibels don't add like turnips. And 130 &gt; 120 by a factor of ten, not by a bit.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1096371760034652887"
          ],
          "editableUntil": "2019-02-15T12:32:51.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "143"
      ],
      "favorite_count": "2",
      "id_str": "1096371760034652887",
      "truncated": false,
      "retweet_count": "0",
      "id": "1096371760034652887",
      "created_at": "Fri Feb 15 11:32:51 +0000 2019",
      "favorited": false,
      "full_text": "It also means I am leaving the lifeboat shore crew after seven years. I hosed my last hose on Sunday. They gave me the nozzle, mounted on teak.",
      "lang": "en",
      "in_reply_to_status_id_str": "1096368560514900623",
      "in_reply_to_status_id": "1096368560514900623",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1096368560514900623"
          ],
          "editableUntil": "2019-02-15T12:20:09.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "148"
      ],
      "favorite_count": "6",
      "id_str": "1096368560514900623",
      "truncated": false,
      "retweet_count": "4",
      "id": "1096368560514900623",
      "created_at": "Fri Feb 15 11:20:09 +0000 2019",
      "favorited": false,
      "full_text": "Knee operation done. The surgeon asked how I had worn it out. \"Kneeling to boats,\" I said. He wrote it down. It's in my file now: kneeling to boats.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1079405662299262647"
          ],
          "editableUntil": "2018-12-30T16:55:38.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "90"
      ],
      "favorite_count": "8",
      "id_str": "1079405662299262647",
      "truncated": false,
      "retweet_count": "1",
      "id": "1079405662299262647",
      "created_at": "Sun Dec 30 15:55:38 +0000 2018",
      "favorited": false,
      "full_text": "Resolution for 2019: finish one thing before starting the next. (I have started the list.)",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1069278937907218510"
          ],
          "editableUntil": "2018-12-02T18:15:39.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "108"
      ],
      "favorite_count": "4",
      "id_str": "1069278937907218510",
      "truncated": false,
      "retweet_count": "2",
      "id": "1069278937907218510",
      "created_at": "Sun Dec 02 17:15:39 +0000 2018",
      "favorited": false,
      "full_text": "If I had a euro for every person who has sung me a shanty on hearing my trade, I could pay them all to stop.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1063903183838424981"
          ],
          "editableUntil": "2018-11-17T22:14:20.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Harbour Diary",
            "screen_name": "harbourdiary",
            "indices": [
              "0",
              "13"
            ],
            "id_str": "173320598",
            "id": "173320598"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "69"
      ],
      "favorite_count": "0",
      "id_str": "1063903183838424981",
      "truncated": false,
      "retweet_count": "1",
      "id": "1063903183838424981",
      "created_at": "Sat Nov 17 21:14:20 +0000 2018",
      "favorited": false,
      "full_text": "@harbourdiary Cable ties on a mooring are litter with an appointment.",
      "lang": "en",
      "in_reply_to_status_id_str": "1063882296366869181",
      "in_reply_to_status_id": "1063882296366869181",
      "in_reply_to_user_id": "173320598",
      "in_reply_to_user_id_str": "173320598",
      "in_reply_to_screen_name": "harbourdiary"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1053626121328169862"
          ],
          "editableUntil": "2018-10-20T13:36:57.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "165"
      ],
      "favorite_count": "7",
      "id_str": "1053626121328169862",
      "truncated": false,
      "retweet_count": "0",
      "id": "1053626121328169862",
      "created_at": "Sat Oct 20 12:36:57 +0000 2018",
      "favorited": false,
      "full_text": "Till dig som frågade: nej, jag saknar inte Sverige. Jag saknar farmors brygga, klockan fem på morgonen, och ingen annan vaken. Det är inte ett land, det är en plats.",
      "lang": "sv"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1049037779199160353"
          ],
          "editableUntil": "2018-10-07T21:44:31.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "124"
      ],
      "favorite_count": "4",
      "id_str": "1049037779199160353",
      "truncated": false,
      "retweet_count": "1",
      "id": "1049037779199160353",
      "created_at": "Sun Oct 07 20:44:31 +0000 2018",
      "favorited": false,
      "full_text": "A fierce lot of faffing goes on in the name of \"innovation\". Most of what I need was invented by a Phoenician with wet feet.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1036697530166036118"
          ],
          "editableUntil": "2018-09-03T20:28:46.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "187"
      ],
      "favorite_count": "13",
      "id_str": "1036697530166036118",
      "truncated": false,
      "retweet_count": "11",
      "id": "1036697530166036118",
      "created_at": "Mon Sep 03 19:28:46 +0000 2018",
      "favorited": false,
      "full_text": "First day at Tawin Acoustics. Six people, one net loft, a kettle older than the intern. Aoife asked what I wanted. I said: a label printer. It was on my desk by lunch. I am never leaving.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1035573018391819404"
          ],
          "editableUntil": "2018-08-31T18:00:22.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "137"
      ],
      "favorite_count": "6",
      "id_str": "1035573018391819404",
      "truncated": false,
      "retweet_count": "0",
      "id": "1035573018391819404",
      "created_at": "Fri Aug 31 17:00:22 +0000 2018",
      "favorited": false,
      "full_text": "Last day at the marine station. They gave me Number Eight as a lamp. It's the best leaving present I have ever had, and the most pointed.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1021135316405514851"
          ],
          "editableUntil": "2018-07-22T21:50:05.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Clinker Weekly",
            "screen_name": "clinkerweekly",
            "indices": [
              "3",
              "17"
            ],
            "id_str": "140992367",
            "id": "140992367"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "78"
      ],
      "favorite_count": "0",
      "id_str": "1021135316405514851",
      "truncated": false,
      "retweet_count": "1",
      "id": "1021135316405514851",
      "created_at": "Sun Jul 22 20:50:05 +0000 2018",
      "favorited": false,
      "full_text": "RT @clinkerweekly: A boatyard has two speeds: tomorrow, and who told you that.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1003572370888514322"
          ],
          "editableUntil": "2018-06-04T10:41:13.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Bosun's Mate",
            "screen_name": "bosunsmate",
            "indices": [
              "0",
              "11"
            ],
            "id_str": "119804427",
            "id": "119804427"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "167"
      ],
      "favorite_count": "2",
      "id_str": "1003572370888514322",
      "truncated": false,
      "retweet_count": "2",
      "id": "1003572370888514322",
      "created_at": "Mon Jun 04 09:41:13 +0000 2018",
      "favorited": false,
      "full_text": "@bosunsmate Thirty-two metres of rope is plenty in that depth. Chain makes noise, rope makes none: half of what we used to call \"ambient\" was our own mooring clanking.",
      "lang": "en",
      "in_reply_to_status_id_str": "1003532104426385095",
      "in_reply_to_status_id": "1003532104426385095",
      "in_reply_to_user_id": "119804427",
      "in_reply_to_user_id_str": "119804427",
      "in_reply_to_screen_name": "bosunsmate"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1003339466009697234"
          ],
          "editableUntil": "2018-06-03T19:15:44.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "152"
      ],
      "favorite_count": "1",
      "id_str": "1003339466009697234",
      "truncated": false,
      "retweet_count": "0",
      "id": "1003339466009697234",
      "created_at": "Sun Jun 03 18:15:44 +0000 2018",
      "favorited": false,
      "full_text": "People ask why I didn't patent it. Because it was paid for with a lost hydrophone and public money, and the lesson ought to be cheaper for the next one.",
      "lang": "en",
      "in_reply_to_status_id_str": "1003337389784768152",
      "in_reply_to_status_id": "1003337389784768152",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1003337389784768152"
          ],
          "editableUntil": "2018-06-03T19:07:29.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [
          {
            "url": "https://t.co/zn8557r4vE",
            "expanded_url": "https://second-ear.example/mooring",
            "display_url": "second-ear.example/mooring",
            "indices": [
              "153",
              "176"
            ]
          }
        ],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "176"
      ],
      "favorite_count": "5",
      "id_str": "1003337389784768152",
      "truncated": false,
      "retweet_count": "1",
      "id": "1003337389784768152",
      "created_at": "Sun Jun 03 18:07:29 +0000 2018",
      "favorited": false,
      "full_text": "I published the drawings of my storm mooring today, free to all: rope where others use chain, a weak link you choose yourself, and one metal throughout. https://t.co/zn8557r4vE",
      "lang": "en",
      "possibly_sensitive": false
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "993082615783182587"
          ],
          "editableUntil": "2018-05-06T11:58:40.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "70"
      ],
      "favorite_count": "1",
      "id_str": "993082615783182587",
      "truncated": false,
      "retweet_count": "11",
      "id": "993082615783182587",
      "created_at": "Sun May 06 10:58:40 +0000 2018",
      "favorited": false,
      "full_text": "Silicone sealant is a way of promising yourself a worse job next year.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "985264002570586261"
          ],
          "editableUntil": "2018-04-14T22:10:18.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "152"
      ],
      "favorite_count": "0",
      "id_str": "985264002570586261",
      "truncated": false,
      "retweet_count": "0",
      "id": "985264002570586261",
      "created_at": "Sat Apr 14 21:10:18 +0000 2018",
      "favorited": false,
      "full_text": "The loudest animal I ever recorded made no sound above the water at all. She just breathed, rolled, and went back to shouting at squid a kilometre down.",
      "lang": "en",
      "in_reply_to_status_id_str": "985262051433610633",
      "in_reply_to_status_id": "985262051433610633",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "985262051433610633"
          ],
          "editableUntil": "2018-04-14T22:02:33.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "148"
      ],
      "favorite_count": "10",
      "id_str": "985262051433610633",
      "truncated": false,
      "retweet_count": "0",
      "id": "985262051433610633",
      "created_at": "Sat Apr 14 21:02:33 +0000 2018",
      "favorited": false,
      "full_text": "Two weeks on Faial in the Azores with a hydrophone. Sperm whales click like somebody typing a very long letter, slowly, and not using the space bar.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "975453062257764029"
          ],
          "editableUntil": "2018-03-18T20:25:07.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Nuala Lindqvist",
            "screen_name": "nualacorrects",
            "indices": [
              "0",
              "14"
            ],
            "id_str": "284410932",
            "id": "284410932"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "109"
      ],
      "favorite_count": "2",
      "id_str": "975453062257764029",
      "truncated": false,
      "retweet_count": "0",
      "id": "975453062257764029",
      "created_at": "Sun Mar 18 19:25:07 +0000 2018",
      "favorited": false,
      "full_text": "@nualacorrects \"Whose\", yes. Thank you, Mam. Thirty-nine years old and still getting my copybook back in red.",
      "lang": "en",
      "in_reply_to_status_id_str": "975414809159409220",
      "in_reply_to_status_id": "975414809159409220",
      "in_reply_to_user_id": "284410932",
      "in_reply_to_user_id_str": "284410932",
      "in_reply_to_screen_name": "nualacorrects"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "967759950732951712"
          ],
          "editableUntil": "2018-02-25T14:55:27.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "91"
      ],
      "favorite_count": "4",
      "id_str": "967759950732951712",
      "truncated": false,
      "retweet_count": "1",
      "id": "967759950732951712",
      "created_at": "Sun Feb 25 13:55:27 +0000 2018",
      "favorited": false,
      "full_text": "Give me two hours of a man looking for his glasses on a trawler and I'll call that realism.",
      "lang": "en",
      "in_reply_to_status_id_str": "967756115640522105",
      "in_reply_to_status_id": "967756115640522105",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "967756115640522105"
          ],
          "editableUntil": "2018-02-25T14:40:12.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "108"
      ],
      "favorite_count": "3",
      "id_str": "967756115640522105",
      "truncated": false,
      "retweet_count": "2",
      "id": "967756115640522105",
      "created_at": "Sun Feb 25 13:40:12 +0000 2018",
      "favorited": false,
      "full_text": "Best film about the sea? None. Films always put the sound of surf on a ship four hundred miles from a beach.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "962730158248047033"
          ],
          "editableUntil": "2018-02-11T17:48:51.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "132"
      ],
      "favorite_count": "2",
      "id_str": "962730158248047033",
      "truncated": false,
      "retweet_count": "1",
      "id": "962730158248047033",
      "created_at": "Sun Feb 11 16:48:51 +0000 2018",
      "favorited": false,
      "full_text": "Dismantling an old boat is reading. Somebody in 1922 was short of nails on a Tuesday; you can see it. By the stern he had been paid.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "950828581567801904"
          ],
          "editableUntil": "2018-01-09T21:36:14.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "185"
      ],
      "favorite_count": "2",
      "id_str": "950828581567801904",
      "truncated": false,
      "retweet_count": "2",
      "id": "950828581567801904",
      "created_at": "Tue Jan 09 20:36:14 +0000 2018",
      "favorited": false,
      "full_text": "Frames out of An Faoileán: eleven rotten, nine doubtful, two as hard as the day they went in. Nobody knows why those two. I left them where they were, and I salute them in the mornings.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "946461442461244973"
          ],
          "editableUntil": "2017-12-28T20:22:46.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "79"
      ],
      "favorite_count": "10",
      "id_str": "946461442461244973",
      "truncated": false,
      "retweet_count": "2",
      "id": "946461442461244973",
      "created_at": "Thu Dec 28 19:22:46 +0000 2017",
      "favorited": false,
      "full_text": "A fiddle, a concertina and a bodhrán are a session. Two bodhráns are a quarrel.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "941020045823532554"
          ],
          "editableUntil": "2017-12-13T20:00:36.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "108"
      ],
      "favorite_count": "12",
      "id_str": "941020045823532554",
      "truncated": false,
      "retweet_count": "2",
      "id": "941020045823532554",
      "created_at": "Wed Dec 13 19:00:36 +0000 2017",
      "favorited": false,
      "full_text": "Thirty-nine. I asked for larch and I got larch: four boards, ribboned, standing in the hall like tall aunts.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "933261381041373836"
          ],
          "editableUntil": "2017-11-22T10:10:27.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "126"
      ],
      "favorite_count": "10",
      "id_str": "933261381041373836",
      "truncated": false,
      "retweet_count": "3",
      "id": "933261381041373836",
      "created_at": "Wed Nov 22 09:10:27 +0000 2017",
      "favorited": false,
      "full_text": "No villain in it. A skipper had a bad afternoon and an engine that wouldn't start. He rang me himself, near tears. We had tea.",
      "lang": "en",
      "in_reply_to_status_id_str": "933074073034831694",
      "in_reply_to_status_id": "933074073034831694",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "933074073034831694"
          ],
          "editableUntil": "2017-11-21T21:46:09.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "141"
      ],
      "favorite_count": "19",
      "id_str": "933074073034831694",
      "truncated": false,
      "retweet_count": "2",
      "id": "933074073034831694",
      "created_at": "Tue Nov 21 20:46:09 +0000 2017",
      "favorited": false,
      "full_text": "Bay Listener went quiet at 14:06. A dragged anchor took the cable. Twenty months, and the last thing she heard was the thing that killed her.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "919254273318223063"
          ],
          "editableUntil": "2017-10-14T18:31:12.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "111"
      ],
      "favorite_count": "21",
      "id_str": "919254273318223063",
      "truncated": false,
      "retweet_count": "2",
      "id": "919254273318223063",
      "created_at": "Sat Oct 14 17:31:12 +0000 2017",
      "favorited": false,
      "full_text": "Uncle Colm put a knife into the keel and it stopped at an inch. \"She'll do,\" he said. From him that's a sonnet.",
      "lang": "en",
      "in_reply_to_status_id_str": "919251685055928778",
      "in_reply_to_status_id": "919251685055928778",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "919251685055928778"
          ],
          "editableUntil": "2017-10-14T18:20:55.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "136"
      ],
      "favorite_count": "1",
      "id_str": "919251685055928778",
      "truncated": false,
      "retweet_count": "7",
      "id": "919251685055928778",
      "created_at": "Sat Oct 14 17:20:55 +0000 2017",
      "favorited": false,
      "full_text": "I bought a boat for one euro: An Faoileán, a gleoiteog, built 1922, lying in a field in Carraroe with a hen living forward. We overpaid.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "904301723807281056"
          ],
          "editableUntil": "2017-09-03T12:15:06.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "62"
      ],
      "favorite_count": "1",
      "id_str": "904301723807281056",
      "truncated": false,
      "retweet_count": "1",
      "id": "904301723807281056",
      "created_at": "Sun Sep 03 11:15:06 +0000 2017",
      "favorited": false,
      "full_text": "He shouted \"did she say yes?\" and the whole quay answered him.",
      "lang": "en",
      "in_reply_to_status_id_str": "904131498506691611",
      "in_reply_to_status_id": "904131498506691611",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "904131498506691611"
          ],
          "editableUntil": "2017-09-03T00:58:41.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "126"
      ],
      "favorite_count": "3",
      "id_str": "904131498506691611",
      "truncated": false,
      "retweet_count": "0",
      "id": "904131498506691611",
      "created_at": "Sat Sep 02 23:58:41 +0000 2017",
      "favorited": false,
      "full_text": "Married Ruth on Kinvara quay today. It rained sideways, Tomas's princess cake survived, and Uncle Colm heard none of the vows.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "886563515552268300"
          ],
          "editableUntil": "2017-07-16T13:29:48.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Bosun's Mate",
            "screen_name": "bosunsmate",
            "indices": [
              "3",
              "14"
            ],
            "id_str": "119804427",
            "id": "119804427"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "78"
      ],
      "favorite_count": "0",
      "id_str": "886563515552268300",
      "truncated": false,
      "retweet_count": "1",
      "id": "886563515552268300",
      "created_at": "Sun Jul 16 12:29:48 +0000 2017",
      "favorited": false,
      "full_text": "RT @bosunsmate: Measure twice, cut once, swear three times, buy another plank.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "878677257913744325"
          ],
          "editableUntil": "2017-06-24T19:12:37.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "59"
      ],
      "favorite_count": "14",
      "id_str": "878677257913744325",
      "truncated": false,
      "retweet_count": "2",
      "id": "878677257913744325",
      "created_at": "Sat Jun 24 18:12:37 +0000 2017",
      "favorited": false,
      "full_text": "Glad midsommar. Här regnar det i sidled, så det känns äkta.",
      "lang": "sv"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "868596007120402411"
          ],
          "editableUntil": "2017-05-27T23:33:20.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Western Swell",
            "screen_name": "westernswell",
            "indices": [
              "0",
              "13"
            ],
            "id_str": "205518846",
            "id": "205518846"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "130"
      ],
      "favorite_count": "17",
      "id_str": "868596007120402411",
      "truncated": false,
      "retweet_count": "2",
      "id": "868596007120402411",
      "created_at": "Sat May 27 22:33:20 +0000 2017",
      "favorited": false,
      "full_text": "@westernswell A bubble curtain is a hose with holes round the pile. Air and water do not agree, so the sound loses heart half way.",
      "lang": "en",
      "in_reply_to_status_id_str": "868561277267752316",
      "in_reply_to_status_id": "868561277267752316",
      "in_reply_to_user_id": "205518846",
      "in_reply_to_user_id_str": "205518846",
      "in_reply_to_screen_name": "westernswell"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "854411428555096684"
          ],
          "editableUntil": "2017-04-18T20:08:53.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "129"
      ],
      "favorite_count": "6",
      "id_str": "854411428555096684",
      "truncated": false,
      "retweet_count": "1",
      "id": "854411428555096684",
      "created_at": "Tue Apr 18 19:08:53 +0000 2017",
      "favorited": false,
      "full_text": "Wind farms at sea: yes. Piling them in without a bubble curtain: no. Being for a thing is no reason not to read its noise report.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "848627222197917736"
          ],
          "editableUntil": "2017-04-02T21:04:31.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Western Swell",
            "screen_name": "westernswell",
            "indices": [
              "0",
              "13"
            ],
            "id_str": "205518846",
            "id": "205518846"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "120"
      ],
      "favorite_count": "0",
      "id_str": "848627222197917736",
      "truncated": false,
      "retweet_count": "0",
      "id": "848627222197917736",
      "created_at": "Sun Apr 02 20:04:31 +0000 2017",
      "favorited": false,
      "full_text": "@westernswell I'm afraid of the sea every day: a teaspoon. People with no fear in them are the ones I hose the boat for.",
      "lang": "en",
      "in_reply_to_status_id_str": "848614138718692521",
      "in_reply_to_status_id": "848614138718692521",
      "in_reply_to_user_id": "205518846",
      "in_reply_to_user_id_str": "205518846",
      "in_reply_to_screen_name": "westernswell"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "838385486628000372"
          ],
          "editableUntil": "2017-03-05T14:47:31.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "101"
      ],
      "favorite_count": "11",
      "id_str": "838385486628000372",
      "truncated": false,
      "retweet_count": "0",
      "id": "838385486628000372",
      "created_at": "Sun Mar 05 13:47:31 +0000 2017",
      "favorited": false,
      "full_text": "Coriander tastes of washing-up. I have tried coriander in four countries. I'm done being open-minded.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "830766084453047842"
          ],
          "editableUntil": "2017-02-12T14:10:44.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "64"
      ],
      "favorite_count": "29",
      "id_str": "830766084453047842",
      "truncated": false,
      "retweet_count": "0",
      "id": "830766084453047842",
      "created_at": "Sun Feb 12 13:10:44 +0000 2017",
      "favorited": false,
      "full_text": "Mind you, a damp wall is a barometer that you don't have to buy.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "826186011485552007"
          ],
          "editableUntil": "2017-01-30T22:51:09.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "106"
      ],
      "favorite_count": "9",
      "id_str": "826186011485552007",
      "truncated": false,
      "retweet_count": "2",
      "id": "826186011485552007",
      "created_at": "Mon Jan 30 21:51:09 +0000 2017",
      "favorited": false,
      "full_text": "Rule: a logbook is written in pencil. Ink runs, batteries die, pencil just sits there and tells the truth.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "807963835210113786"
          ],
          "editableUntil": "2016-12-11T16:02:44.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "86"
      ],
      "favorite_count": "1",
      "id_str": "807963835210113786",
      "truncated": false,
      "retweet_count": "1",
      "id": "807963835210113786",
      "created_at": "Sun Dec 11 15:02:44 +0000 2016",
      "favorited": false,
      "full_text": "I play second fiddle in Burke's snug on Tuesdays. That's not modesty; there is a rota.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "800392855768203823"
          ],
          "editableUntil": "2016-11-20T18:38:22.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "72"
      ],
      "favorite_count": "53",
      "id_str": "800392855768203823",
      "truncated": false,
      "retweet_count": "3",
      "id": "800392855768203823",
      "created_at": "Sun Nov 20 17:38:22 +0000 2016",
      "favorited": false,
      "full_text": "Första kardemummabullarna utan pappa. De blev för bruna, och vi åt alla.",
      "lang": "sv"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "786302232413642923"
          ],
          "editableUntil": "2016-10-12T21:27:15.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Harbour Diary",
            "screen_name": "harbourdiary",
            "indices": [
              "3",
              "16"
            ],
            "id_str": "173320598",
            "id": "173320598"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "86"
      ],
      "favorite_count": "0",
      "id_str": "786302232413642923",
      "truncated": false,
      "retweet_count": "3",
      "id": "786302232413642923",
      "created_at": "Wed Oct 12 20:27:15 +0000 2016",
      "favorited": false,
      "full_text": "RT @harbourdiary: Autumn jobs: take off the sails, put on the kettle, deny everything.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "772158378651268346"
          ],
          "editableUntil": "2016-09-03T20:44:38.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "The Kitchen Skipper",
            "screen_name": "kitchenskipper",
            "indices": [
              "0",
              "15"
            ],
            "id_str": "97416230",
            "id": "97416230"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "76"
      ],
      "favorite_count": "2",
      "id_str": "772158378651268346",
      "truncated": false,
      "retweet_count": "1",
      "id": "772158378651268346",
      "created_at": "Sat Sep 03 19:44:38 +0000 2016",
      "favorited": false,
      "full_text": "@kitchenskipper The whistles are names, more or less. The creaks are supper.",
      "lang": "en",
      "in_reply_to_status_id_str": "772128182684646103",
      "in_reply_to_status_id": "772128182684646103",
      "in_reply_to_user_id": "97416230",
      "in_reply_to_user_id_str": "97416230",
      "in_reply_to_screen_name": "kitchenskipper"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "771988646904979617"
          ],
          "editableUntil": "2016-09-03T09:30:10.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "131"
      ],
      "favorite_count": "6",
      "id_str": "771988646904979617",
      "truncated": false,
      "retweet_count": "0",
      "id": "771988646904979617",
      "created_at": "Sat Sep 03 08:30:10 +0000 2016",
      "favorited": false,
      "full_text": "Nine thousand people listened to dolphins on Bay Listener last night. Nine thousand, in the dark, saying nothing. My best audience.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "770023601407423949"
          ],
          "editableUntil": "2016-08-28T23:21:47.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "56"
      ],
      "favorite_count": "24",
      "id_str": "770023601407423949",
      "truncated": false,
      "retweet_count": "0",
      "id": "770023601407423949",
      "created_at": "Sun Aug 28 22:21:47 +0000 2016",
      "favorited": false,
      "full_text": "I came north for the whales. I stayed awake for the ice.",
      "lang": "en",
      "in_reply_to_status_id_str": "770021655515298677",
      "in_reply_to_status_id": "770021655515298677",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "770021655515298677"
          ],
          "editableUntil": "2016-08-28T23:14:03.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "113"
      ],
      "favorite_count": "1",
      "id_str": "770021655515298677",
      "truncated": false,
      "retweet_count": "1",
      "id": "770021655515298677",
      "created_at": "Sun Aug 28 22:14:03 +0000 2016",
      "favorited": false,
      "full_text": "Three weeks in Svalbard. Melting glacier ice sounds like bacon: thousand-year-old air, popping out of every lump.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "752076380431198358"
          ],
          "editableUntil": "2016-07-10T10:45:56.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "118"
      ],
      "favorite_count": "5",
      "id_str": "752076380431198358",
      "truncated": false,
      "retweet_count": "4",
      "id": "752076380431198358",
      "created_at": "Sun Jul 10 09:45:56 +0000 2016",
      "favorited": false,
      "full_text": "A three-legged collie called Bosun has moved in. He came to Ruth's surgery for a leg and left with my side of the bed.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "741994031832214972"
          ],
          "editableUntil": "2016-06-12T15:02:17.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "111"
      ],
      "favorite_count": "0",
      "id_str": "741994031832214972",
      "truncated": false,
      "retweet_count": "2",
      "id": "741994031832214972",
      "created_at": "Sun Jun 12 14:02:17 +0000 2016",
      "favorited": false,
      "full_text": "Three languages in our kitchen growing up: Irish for scolding, Swedish for engines, English for the neighbours.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "737377119489869539"
          ],
          "editableUntil": "2016-05-30T21:16:19.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "130"
      ],
      "favorite_count": "36",
      "id_str": "737377119489869539",
      "truncated": false,
      "retweet_count": "2",
      "id": "737377119489869539",
      "created_at": "Mon May 30 20:16:19 +0000 2016",
      "favorited": false,
      "full_text": "Good labels outlive their authors. I found my father's hand on a spare impeller this morning: FITS SABINA. DO NOT LEND TO PÁDRAIG.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "724309550114770489"
          ],
          "editableUntil": "2016-04-24T19:50:28.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "110"
      ],
      "favorite_count": "1",
      "id_str": "724309550114770489",
      "truncated": false,
      "retweet_count": "0",
      "id": "724309550114770489",
      "created_at": "Sun Apr 24 18:50:28 +0000 2016",
      "favorited": false,
      "full_text": "I drive my father's car now: a 1989 Volvo 240 estate, dark green. He called it Gunnar. I don't dare rename it.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "708625976440817203"
          ],
          "editableUntil": "2016-03-12T13:09:33.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "129"
      ],
      "favorite_count": "15",
      "id_str": "708625976440817203",
      "truncated": false,
      "retweet_count": "3",
      "id": "708625976440817203",
      "created_at": "Sat Mar 12 12:09:33 +0000 2016",
      "favorited": false,
      "full_text": "If you hear crackling like a frying pan, it's not the cable. It's life: urchins grazing, barnacles shutting, small claws at work.",
      "lang": "en",
      "in_reply_to_status_id_str": "708623576671055633",
      "in_reply_to_status_id": "708623576671055633",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "708623576671055633"
          ],
          "editableUntil": "2016-03-12T13:00:00.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [
          {
            "url": "https://t.co/5WCeuMBFF8",
            "expanded_url": "https://bay-listener.example/live",
            "display_url": "bay-listener.example/live",
            "indices": [
              "103",
              "126"
            ]
          }
        ],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "126"
      ],
      "favorite_count": "3",
      "id_str": "708623576671055633",
      "truncated": false,
      "retweet_count": "0",
      "id": "708623576671055633",
      "created_at": "Sat Mar 12 12:00:00 +0000 2016",
      "favorited": false,
      "full_text": "Bay Listener is live: a hydrophone on the sea bed of Galway Bay, 24 metres down, streaming to anybody. https://t.co/5WCeuMBFF8",
      "lang": "en",
      "possibly_sensitive": false
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "699686128237119217"
          ],
          "editableUntil": "2016-02-16T21:05:47.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Jutta Petersen",
            "screen_name": "juttapetersen_k",
            "indices": [
              "0",
              "16"
            ],
            "id_str": "224906813",
            "id": "224906813"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "92"
      ],
      "favorite_count": "12",
      "id_str": "699686128237119217",
      "truncated": false,
      "retweet_count": "0",
      "id": "699686128237119217",
      "created_at": "Tue Feb 16 20:05:47 +0000 2016",
      "favorited": false,
      "full_text": "@juttapetersen_k Danke, Jutta. Seine Kaffeekanne steht jetzt bei mir. Sie tropft, wie immer.",
      "lang": "de",
      "in_reply_to_status_id_str": "699681349899104214",
      "in_reply_to_status_id": "699681349899104214",
      "in_reply_to_user_id": "224906813",
      "in_reply_to_user_id_str": "224906813",
      "in_reply_to_screen_name": "juttapetersen_k"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "697534053194905801"
          ],
          "editableUntil": "2016-02-10T22:34:12.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "105"
      ],
      "favorite_count": "0",
      "id_str": "697534053194905801",
      "truncated": false,
      "retweet_count": "0",
      "id": "697534053194905801",
      "created_at": "Wed Feb 10 21:34:12 +0000 2016",
      "favorited": false,
      "full_text": "My father used to say: havet har tid. The sea has time. I thought it was about waiting. It was about him.",
      "lang": "en",
      "in_reply_to_status_id_str": "697532995492444889",
      "in_reply_to_status_id": "697532995492444889",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "697532995492444889"
          ],
          "editableUntil": "2016-02-10T22:30:00.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "122"
      ],
      "favorite_count": "13",
      "id_str": "697532995492444889",
      "truncated": false,
      "retweet_count": "2",
      "id": "697532995492444889",
      "created_at": "Wed Feb 10 21:30:00 +0000 2016",
      "favorited": false,
      "full_text": "My father, Anders Lindqvist, died yesterday. He was seventy-one. He came to Galway for a gearbox and stayed for my mother.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "690884708919294338"
          ],
          "editableUntil": "2016-01-23T14:12:05.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "96"
      ],
      "favorite_count": "5",
      "id_str": "690884708919294338",
      "truncated": false,
      "retweet_count": "6",
      "id": "690884708919294338",
      "created_at": "Sat Jan 23 13:12:05 +0000 2016",
      "favorited": false,
      "full_text": "February light is the best light in Galway, and it starts in January if you know where to stand.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "673539611131022588"
          ],
          "editableUntil": "2015-12-06T17:28:51.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "100"
      ],
      "favorite_count": "7",
      "id_str": "673539611131022588",
      "truncated": false,
      "retweet_count": "0",
      "id": "673539611131022588",
      "created_at": "Sun Dec 06 16:28:51 +0000 2015",
      "favorited": false,
      "full_text": "Herring talk by letting gas out of their back ends. I did not make it up. Science did, with a grant.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "663423658304295870"
          ],
          "editableUntil": "2015-11-08T19:31:40.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "94"
      ],
      "favorite_count": "2",
      "id_str": "663423658304295870",
      "truncated": false,
      "retweet_count": "7",
      "id": "663423658304295870",
      "created_at": "Sun Nov 08 18:31:40 +0000 2015",
      "favorited": false,
      "full_text": "I believe in two things: a dry sock and a second shackle. Everything else I take under review.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "655445079767842113"
          ],
          "editableUntil": "2015-10-17T19:07:39.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "118"
      ],
      "favorite_count": "9",
      "id_str": "655445079767842113",
      "truncated": false,
      "retweet_count": "0",
      "id": "655445079767842113",
      "created_at": "Sat Oct 17 18:07:39 +0000 2015",
      "favorited": false,
      "full_text": "Asked at a party what I do. \"I listen to the sea.\" He said: that must be relaxing. It's 4 TB of relaxing a month, sir.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "648971069489552606"
          ],
          "editableUntil": "2015-09-29T22:22:14.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "114"
      ],
      "favorite_count": "1",
      "id_str": "648971069489552606",
      "truncated": false,
      "retweet_count": "5",
      "id": "648971069489552606",
      "created_at": "Tue Sep 29 21:22:14 +0000 2015",
      "favorited": false,
      "full_text": "Harbour porpoises click at 130 kHz. You can swim through a whole conversation and hear nothing but your own teeth.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "630327673197983108"
          ],
          "editableUntil": "2015-08-09T11:40:02.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Clinker Weekly",
            "screen_name": "clinkerweekly",
            "indices": [
              "3",
              "17"
            ],
            "id_str": "140992367",
            "id": "140992367"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "49"
      ],
      "favorite_count": "0",
      "id_str": "630327673197983108",
      "truncated": false,
      "retweet_count": "0",
      "id": "630327673197983108",
      "created_at": "Sun Aug 09 10:40:02 +0000 2015",
      "favorited": false,
      "full_text": "RT @clinkerweekly: Larch forgives. Oak remembers.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "625312996382379284"
          ],
          "editableUntil": "2015-07-26T15:33:30.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "The Kitchen Skipper",
            "screen_name": "kitchenskipper",
            "indices": [
              "0",
              "15"
            ],
            "id_str": "97416230",
            "id": "97416230"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "116"
      ],
      "favorite_count": "53",
      "id_str": "625312996382379284",
      "truncated": false,
      "retweet_count": "1",
      "id": "625312996382379284",
      "created_at": "Sun Jul 26 14:33:30 +0000 2015",
      "favorited": false,
      "full_text": "@kitchenskipper Smoked haddock, leeks, floury spuds, and no flour. Chowder without smoked fish is soup with notions.",
      "lang": "en",
      "in_reply_to_status_id_str": "625296888839763157",
      "in_reply_to_status_id": "625296888839763157",
      "in_reply_to_user_id": "97416230",
      "in_reply_to_user_id_str": "97416230",
      "in_reply_to_screen_name": "kitchenskipper"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "617411254116391932"
          ],
          "editableUntil": "2015-07-04T20:14:48.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "36"
      ],
      "favorite_count": "3",
      "id_str": "617411254116391932",
      "truncated": false,
      "retweet_count": "6",
      "id": "617411254116391932",
      "created_at": "Sat Jul 04 19:14:48 +0000 2015",
      "favorited": false,
      "full_text": "A jet ski is a chainsaw with a seat.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "615056629001964981"
          ],
          "editableUntil": "2015-06-28T08:18:22.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "97"
      ],
      "favorite_count": "23",
      "id_str": "615056629001964981",
      "truncated": false,
      "retweet_count": "0",
      "id": "615056629001964981",
      "created_at": "Sun Jun 28 07:18:22 +0000 2015",
      "favorited": false,
      "full_text": "Packing for a survey trip: tea &amp; tape, tape &amp; tea, and a third box marked TEA &amp; TAPE.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "602217251423555429"
          ],
          "editableUntil": "2015-05-23T21:59:16.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "70"
      ],
      "favorite_count": "5",
      "id_str": "602217251423555429",
      "truncated": false,
      "retweet_count": "0",
      "id": "602217251423555429",
      "created_at": "Sat May 23 20:59:16 +0000 2015",
      "favorited": false,
      "full_text": "Ireland said yes. Ruth rang the surgery bell till a heifer complained.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "586847591583462837"
          ],
          "editableUntil": "2015-04-11T12:05:43.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "90"
      ],
      "favorite_count": "23",
      "id_str": "586847591583462837",
      "truncated": false,
      "retweet_count": "0",
      "id": "586847591583462837",
      "created_at": "Sat Apr 11 11:05:43 +0000 2015",
      "favorited": false,
      "full_text": "Never mix metals in a mooring. I have one lost hydrophone and no dignity left to prove it.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "579338283688898201"
          ],
          "editableUntil": "2015-03-21T18:46:25.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "106"
      ],
      "favorite_count": "31",
      "id_str": "579338283688898201",
      "truncated": false,
      "retweet_count": "1",
      "id": "579338283688898201",
      "created_at": "Sat Mar 21 17:46:25 +0000 2015",
      "favorited": false,
      "full_text": "We moved to a cottage at Tarrea. It has a view, a shed, and one wall that is basically a pond standing up.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "569092308054054153"
          ],
          "editableUntil": "2015-02-21T12:12:34.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "123"
      ],
      "favorite_count": "7",
      "id_str": "569092308054054153",
      "truncated": false,
      "retweet_count": "2",
      "id": "569092308054054153",
      "created_at": "Sat Feb 21 11:12:34 +0000 2015",
      "favorited": false,
      "full_text": "A hydrophone like Seven costs €6,000. I offered it out of my wages. My boss said that the lesson had already been paid for.",
      "lang": "en",
      "in_reply_to_status_id_str": "568116021633723525",
      "in_reply_to_status_id": "568116021633723525",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "568503253496730472"
          ],
          "editableUntil": "2015-02-19T21:11:52.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "123"
      ],
      "favorite_count": "14",
      "id_str": "568503253496730472",
      "truncated": false,
      "retweet_count": "2",
      "id": "568503253496730472",
      "created_at": "Thu Feb 19 20:11:52 +0000 2015",
      "favorited": false,
      "full_text": "Kept looking at the shackle list. Stainless shackle on galvanised chain. That was my choice. The sea ate it like a biscuit.",
      "lang": "en",
      "in_reply_to_status_id_str": "568116021633723525",
      "in_reply_to_status_id": "568116021633723525",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "568116021633723525"
          ],
          "editableUntil": "2015-02-18T19:33:09.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "109"
      ],
      "favorite_count": "3",
      "id_str": "568116021633723525",
      "truncated": false,
      "retweet_count": "0",
      "id": "568116021633723525",
      "created_at": "Wed Feb 18 18:33:09 +0000 2015",
      "favorited": false,
      "full_text": "Called Number Seven on the acoustic release for three hours. No answer. She is gone, and the whales with her.",
      "lang": "en",
      "in_reply_to_status_id_str": "539829514897427422",
      "in_reply_to_status_id": "539829514897427422",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "555293397278897937"
          ],
          "editableUntil": "2015-01-14T10:20:37.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "90"
      ],
      "favorite_count": "2",
      "id_str": "555293397278897937",
      "truncated": false,
      "retweet_count": "1",
      "id": "555293397278897937",
      "created_at": "Wed Jan 14 09:20:37 +0000 2015",
      "favorited": false,
      "full_text": "Worst night of the winter. Our wave buoy read 15 metres before it gave up giving readings.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "539829514897427422"
          ],
          "editableUntil": "2014-12-02T18:12:40.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "132"
      ],
      "favorite_count": "0",
      "id_str": "539829514897427422",
      "truncated": false,
      "retweet_count": "1",
      "id": "539829514897427422",
      "created_at": "Tue Dec 02 17:12:40 +0000 2014",
      "favorited": false,
      "full_text": "Hydrophone number seven went down off Slyne Head today, 96 metres. She will listen for fin whales till spring. Mind yourself, Seven.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "533930062805936045"
          ],
          "editableUntil": "2014-11-16T11:30:21.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Tomas Lindqvist",
            "screen_name": "tomasbakar",
            "indices": [
              "0",
              "11"
            ],
            "id_str": "190277415",
            "id": "190277415"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "68"
      ],
      "favorite_count": "6",
      "id_str": "533930062805936045",
      "truncated": false,
      "retweet_count": "0",
      "id": "533930062805936045",
      "created_at": "Sun Nov 16 10:30:21 +0000 2014",
      "favorited": false,
      "full_text": "@tomasbakar Ja, veterinären heter Ruth. Nej, jag berättar inget mer.",
      "lang": "sv",
      "in_reply_to_status_id_str": "533891557770327036",
      "in_reply_to_status_id": "533891557770327036",
      "in_reply_to_user_id": "190277415",
      "in_reply_to_user_id_str": "190277415",
      "in_reply_to_screen_name": "tomasbakar"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "533753289988566020"
          ],
          "editableUntil": "2014-11-15T23:47:55.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "137"
      ],
      "favorite_count": "75",
      "id_str": "533753289988566020",
      "truncated": false,
      "retweet_count": "1",
      "id": "533753289988566020",
      "created_at": "Sat Nov 15 22:47:55 +0000 2014",
      "favorited": false,
      "full_text": "I brought a gannet with a hook in its wing to the vet in Gort. It bit me, the vet and the door. The vet laughed. I may need more gannets.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "529357418983289644"
          ],
          "editableUntil": "2014-11-03T20:40:18.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "114"
      ],
      "favorite_count": "1",
      "id_str": "529357418983289644",
      "truncated": false,
      "retweet_count": "0",
      "id": "529357418983289644",
      "created_at": "Mon Nov 03 19:40:18 +0000 2014",
      "favorited": false,
      "full_text": "New job at the Ballynacourty Marine Station: acoustics technician. I am paid to listen. Mam says it is about time.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "518783981128135496"
          ],
          "editableUntil": "2014-10-05T16:25:14.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Western Swell",
            "screen_name": "westernswell",
            "indices": [
              "3",
              "16"
            ],
            "id_str": "205518846",
            "id": "205518846"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "102"
      ],
      "favorite_count": "0",
      "id_str": "518783981128135496",
      "truncated": false,
      "retweet_count": "7",
      "id": "518783981128135496",
      "created_at": "Sun Oct 05 15:25:14 +0000 2014",
      "favorited": false,
      "full_text": "RT @westernswell: Forecast: wind, then more wind, then a short pause while the wind changes its shoes.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "511985513874530443"
          ],
          "editableUntil": "2014-09-16T22:10:33.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "126"
      ],
      "favorite_count": "6",
      "id_str": "511985513874530443",
      "truncated": false,
      "retweet_count": "0",
      "id": "511985513874530443",
      "created_at": "Tue Sep 16 21:10:33 +0000 2014",
      "favorited": false,
      "full_text": "I leave the survey company in October. I am tired of measuring the shape of the sea bed. I want to hear what goes on above it.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "498542825981489559"
          ],
          "editableUntil": "2014-08-10T19:54:06.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "113"
      ],
      "favorite_count": "32",
      "id_str": "498542825981489559",
      "truncated": false,
      "retweet_count": "4",
      "id": "498542825981489559",
      "created_at": "Sun Aug 10 18:54:06 +0000 2014",
      "favorited": false,
      "full_text": "A boat in a museum is a stuffed bird. I would sooner see her sailed and mended till nothing is left but the name.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "486972683007302500"
          ],
          "editableUntil": "2014-07-09T21:38:29.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "121"
      ],
      "favorite_count": "1",
      "id_str": "486972683007302500",
      "truncated": false,
      "retweet_count": "4",
      "id": "486972683007302500",
      "created_at": "Wed Jul 09 20:38:29 +0000 2014",
      "favorited": false,
      "full_text": "We charted a wreck nobody had on paper: a small steamer, upright, 62 metres down, with a conger living in the wheelhouse.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "478210774335054633"
          ],
          "editableUntil": "2014-06-15T17:21:47.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "105"
      ],
      "favorite_count": "0",
      "id_str": "478210774335054633",
      "truncated": false,
      "retweet_count": "1",
      "id": "478210774335054633",
      "created_at": "Sun Jun 15 16:21:47 +0000 2014",
      "favorited": false,
      "full_text": "Min brorsdotter Elsa lärde mig ordet \"skärmtid\" idag. Jag lärde henne ordet \"akterspegel\". Rättvist byte.",
      "lang": "sv"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "462520691561560150"
          ],
          "editableUntil": "2014-05-03T10:15:00.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "80"
      ],
      "favorite_count": "4",
      "id_str": "462520691561560150",
      "truncated": false,
      "retweet_count": "1",
      "id": "462520691561560150",
      "created_at": "Sat May 03 09:15:00 +0000 2014",
      "favorited": false,
      "full_text": "Dad is seventy today. He asked for a torque wrench and no speeches. He got both.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "455395230158674500"
          ],
          "editableUntil": "2014-04-13T18:20:58.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "62"
      ],
      "favorite_count": "5",
      "id_str": "455395230158674500",
      "truncated": false,
      "retweet_count": "0",
      "id": "455395230158674500",
      "created_at": "Sun Apr 13 17:20:58 +0000 2014",
      "favorited": false,
      "full_text": "I don't fish. I spent too long learning what they have to say.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "450256675887589687"
          ],
          "editableUntil": "2014-03-30T14:02:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Bosun's Mate",
            "screen_name": "bosunsmate",
            "indices": [
              "0",
              "11"
            ],
            "id_str": "119804427",
            "id": "119804427"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "126"
      ],
      "favorite_count": "24",
      "id_str": "450256675887589687",
      "truncated": false,
      "retweet_count": "1",
      "id": "450256675887589687",
      "created_at": "Sun Mar 30 13:02:11 +0000 2014",
      "favorited": false,
      "full_text": "@bosunsmate Dry it, grease it, mate it, tape it, then write the date on the tape. Connectors are like dogs: they want routine.",
      "lang": "en",
      "in_reply_to_status_id_str": "450222448852176113",
      "in_reply_to_status_id": "450222448852176113",
      "in_reply_to_user_id": "119804427",
      "in_reply_to_user_id_str": "119804427",
      "in_reply_to_screen_name": "bosunsmate"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "437342117139327155"
          ],
          "editableUntil": "2014-02-22T22:44:20.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "123"
      ],
      "favorite_count": "2",
      "id_str": "437342117139327155",
      "truncated": false,
      "retweet_count": "1",
      "id": "437342117139327155",
      "created_at": "Sat Feb 22 21:44:20 +0000 2014",
      "favorited": false,
      "full_text": "Rain on the sea is loudest at about 15 kHz. Small drops (&lt; 1.1 mm) do it: each traps a bubble, and it rings like a bell.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "420468033075444659"
          ],
          "editableUntil": "2014-01-07T09:12:45.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "95"
      ],
      "favorite_count": "1",
      "id_str": "420468033075444659",
      "truncated": false,
      "retweet_count": "3",
      "id": "420468033075444659",
      "created_at": "Tue Jan 07 08:12:45 +0000 2014",
      "favorited": false,
      "full_text": "Storm took forty metres of wall off the coast road. The sea does not read planning permissions.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "417383908192308042"
          ],
          "editableUntil": "2013-12-29T20:57:32.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "125"
      ],
      "favorite_count": "6",
      "id_str": "417383908192308042",
      "truncated": false,
      "retweet_count": "2",
      "id": "417383908192308042",
      "created_at": "Sun Dec 29 19:57:32 +0000 2013",
      "favorited": false,
      "full_text": "My brother Tomas is a baker in Gothenburg. He gets up at two. I used to think boat builders were the mad ones in this family.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "403981057065623648"
          ],
          "editableUntil": "2013-11-22T21:19:24.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "79"
      ],
      "favorite_count": "12",
      "id_str": "403981057065623648",
      "truncated": false,
      "retweet_count": "10",
      "id": "403981057065623648",
      "created_at": "Fri Nov 22 20:19:24 +0000 2013",
      "favorited": false,
      "full_text": "Multibeam sonar is mowing a lawn you cannot see with a mower you cannot afford.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "389400421150980622"
          ],
          "editableUntil": "2013-10-13T15:41:09.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Bosun's Mate",
            "screen_name": "bosunsmate",
            "indices": [
              "3",
              "14"
            ],
            "id_str": "119804427",
            "id": "119804427"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "127"
      ],
      "favorite_count": "0",
      "id_str": "389400421150980622",
      "truncated": false,
      "retweet_count": "2",
      "id": "389400421150980622",
      "created_at": "Sun Oct 13 14:41:09 +0000 2013",
      "favorited": false,
      "full_text": "RT @bosunsmate: There is no such thing as a waterproof connector. There are only connectors that have not been under water yet.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "375732992470377539"
          ],
          "editableUntil": "2013-09-05T22:31:40.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "85"
      ],
      "favorite_count": "64",
      "id_str": "375732992470377539",
      "truncated": false,
      "retweet_count": "2",
      "id": "375732992470377539",
      "created_at": "Thu Sep 05 21:31:40 +0000 2013",
      "favorited": false,
      "full_text": "Ginger biscuits, the horizon, and nobody asking me how I am. That is the entire cure.",
      "lang": "en",
      "in_reply_to_status_id_str": "375731558277623460",
      "in_reply_to_status_id": "375731558277623460",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "375731558277623460"
          ],
          "editableUntil": "2013-09-05T22:25:58.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "97"
      ],
      "favorite_count": "4",
      "id_str": "375731558277623460",
      "truncated": false,
      "retweet_count": "3",
      "id": "375731558277623460",
      "created_at": "Thu Sep 05 21:25:58 +0000 2013",
      "favorited": false,
      "full_text": "Yes, I built boats. Yes, I get seasick. Two days every trip, regular as the tide, then I'm grand.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "369350572828413958"
          ],
          "editableUntil": "2013-08-19T07:50:13.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "121"
      ],
      "favorite_count": "4",
      "id_str": "369350572828413958",
      "truncated": false,
      "retweet_count": "7",
      "id": "369350572828413958",
      "created_at": "Mon Aug 19 06:50:13 +0000 2013",
      "favorited": false,
      "full_text": "First day at Corrib Subsea Survey. They gave me a helmet, a lanyard and forty metres of untidy cable. I was happy by ten.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "362320484172769494"
          ],
          "editableUntil": "2013-07-30T22:15:09.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "95"
      ],
      "favorite_count": "23",
      "id_str": "362320484172769494",
      "truncated": false,
      "retweet_count": "0",
      "id": "362320484172769494",
      "created_at": "Tue Jul 30 21:15:09 +0000 2013",
      "favorited": false,
      "full_text": "A good boat builder is lazy in the right place. I never met a plank that was improved by hurry.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "350299184312973825"
          ],
          "editableUntil": "2013-06-27T18:06:48.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "72"
      ],
      "favorite_count": "7",
      "id_str": "350299184312973825",
      "truncated": false,
      "retweet_count": "0",
      "id": "350299184312973825",
      "created_at": "Thu Jun 27 17:06:48 +0000 2013",
      "favorited": false,
      "full_text": "Got my degree results: a two-one. Dr Hession said my solder was a first.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "333360478802047853"
          ],
          "editableUntil": "2013-05-12T00:18:26.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "115"
      ],
      "favorite_count": "30",
      "id_str": "333360478802047853",
      "truncated": false,
      "retweet_count": "0",
      "id": "333360478802047853",
      "created_at": "Sat May 11 23:18:26 +0000 2013",
      "favorited": false,
      "full_text": "Dad listened on the headphones for a long time. Then he said: there is a bad bearing on that trawler. He was right.",
      "lang": "en",
      "in_reply_to_status_id_str": "333358375784095752",
      "in_reply_to_status_id": "333358375784095752",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "333358375784095752"
          ],
          "editableUntil": "2013-05-12T00:10:04.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "130"
      ],
      "favorite_count": "6",
      "id_str": "333358375784095752",
      "truncated": false,
      "retweet_count": "0",
      "id": "333358375784095752",
      "created_at": "Sat May 11 23:10:04 +0000 2013",
      "favorited": false,
      "full_text": "First sound from my own hydrophone, off Nimmo's Pier: a chain swinging, and something crunching weed. I cried a small bit. Mullet.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "320877677481356626"
          ],
          "editableUntil": "2013-04-07T13:36:14.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "124"
      ],
      "favorite_count": "5",
      "id_str": "320877677481356626",
      "truncated": false,
      "retweet_count": "1",
      "id": "320877677481356626",
      "created_at": "Sun Apr 07 12:36:14 +0000 2013",
      "favorited": false,
      "full_text": "Currachs, punts, a pilot ketch: I've rowed the lot. My favourite to row is still Elin, the snipa I built at school on Orust.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "313281225310926233"
          ],
          "editableUntil": "2013-03-17T14:30:39.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "102"
      ],
      "favorite_count": "12",
      "id_str": "313281225310926233",
      "truncated": false,
      "retweet_count": "1",
      "id": "313281225310926233",
      "created_at": "Sun Mar 17 13:30:39 +0000 2013",
      "favorited": false,
      "full_text": "Patrick's Day parade in Kinvara: two tractors, a pipe band, and a hooker on a trailer going backwards.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "302850887671790409"
          ],
          "editableUntil": "2013-02-16T19:44:12.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "130"
      ],
      "favorite_count": "25",
      "id_str": "302850887671790409",
      "truncated": false,
      "retweet_count": "0",
      "id": "302850887671790409",
      "created_at": "Sat Feb 16 18:44:12 +0000 2013",
      "favorited": false,
      "full_text": "Parts so far: a piezo disc, castor oil, a bicycle inner tube. The chemist asked no questions about the castor oil. She never does.",
      "lang": "en",
      "in_reply_to_status_id_str": "295991598885974277",
      "in_reply_to_status_id": "295991598885974277",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "295991598885974277"
          ],
          "editableUntil": "2013-01-28T21:27:51.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "116"
      ],
      "favorite_count": "4",
      "id_str": "295991598885974277",
      "truncated": false,
      "retweet_count": "17",
      "id": "295991598885974277",
      "created_at": "Mon Jan 28 20:27:51 +0000 2013",
      "favorited": false,
      "full_text": "Thesis chosen: a hydrophone for under fifty euro, built from boatyard leftovers. My supervisor laughed, then signed.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "283241271398934191"
          ],
          "editableUntil": "2012-12-24T17:02:36.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "98"
      ],
      "favorite_count": "6",
      "id_str": "283241271398934191",
      "truncated": false,
      "retweet_count": "2",
      "id": "283241271398934191",
      "created_at": "Mon Dec 24 16:02:36 +0000 2012",
      "favorited": false,
      "full_text": "God jul från Kinvara. Pappa har gjort Janssons frestelse och mamma har rättat stavningen på menyn.",
      "lang": "sv"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "270621246854927947"
          ],
          "editableUntil": "2012-11-19T21:15:07.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "127"
      ],
      "favorite_count": "5",
      "id_str": "270621246854927947",
      "truncated": false,
      "retweet_count": "2",
      "id": "270621246854927947",
      "created_at": "Mon Nov 19 20:15:07 +0000 2012",
      "favorited": false,
      "full_text": "Decibels in water and decibels in air use different references. Never compare a whale with a jet plane before subtracting 61.5.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "265156919411009628"
          ],
          "editableUntil": "2012-11-04T19:21:50.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "92"
      ],
      "favorite_count": "5",
      "id_str": "265156919411009628",
      "truncated": false,
      "retweet_count": "0",
      "id": "265156919411009628",
      "created_at": "Sun Nov 04 18:21:50 +0000 2012",
      "favorited": false,
      "full_text": "I labelled the jam today. Notions, says Mam. Grand, says I: you'll know it from the varnish.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "263393265041340975"
          ],
          "editableUntil": "2012-10-30T22:33:42.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "53"
      ],
      "favorite_count": "5",
      "id_str": "263393265041340975",
      "truncated": false,
      "retweet_count": "0",
      "id": "263393265041340975",
      "created_at": "Tue Oct 30 21:33:42 +0000 2012",
      "favorited": false,
      "full_text": "Tide tables are the only bestseller I buy every year.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "250313769545476198"
          ],
          "editableUntil": "2012-09-24T20:20:27.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Harbour Diary",
            "screen_name": "harbourdiary",
            "indices": [
              "0",
              "13"
            ],
            "id_str": "173320598",
            "id": "173320598"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "94"
      ],
      "favorite_count": "18",
      "id_str": "250313769545476198",
      "truncated": false,
      "retweet_count": "3",
      "id": "250313769545476198",
      "created_at": "Mon Sep 24 19:20:27 +0000 2012",
      "favorited": false,
      "full_text": "@harbourdiary A bowline. It holds, and it lets go when asked. I wish I could say it of people.",
      "lang": "en",
      "in_reply_to_status_id_str": "250285080664338724",
      "in_reply_to_status_id": "250285080664338724",
      "in_reply_to_user_id": "173320598",
      "in_reply_to_user_id_str": "173320598",
      "in_reply_to_screen_name": "harbourdiary"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "234632568869004541"
          ],
          "editableUntil": "2012-08-12T13:48:58.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "69"
      ],
      "favorite_count": "2",
      "id_str": "234632568869004541",
      "truncated": false,
      "retweet_count": "4",
      "id": "234632568869004541",
      "created_at": "Sun Aug 12 12:48:58 +0000 2012",
      "favorited": false,
      "full_text": "The sea is not a silent world. Whoever said so had his head above it.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "226800032583186435"
          ],
          "editableUntil": "2012-07-21T23:05:16.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "125"
      ],
      "favorite_count": "1",
      "id_str": "226800032583186435",
      "truncated": false,
      "retweet_count": "0",
      "id": "226800032583186435",
      "created_at": "Sat Jul 21 22:05:16 +0000 2012",
      "favorited": false,
      "full_text": "My left ear has whistled at about 6 kHz since 2007, thanks to a power planer and my own stupidity. Wear the muffs. I mean it.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "211560933667291008"
          ],
          "editableUntil": "2012-06-09T21:50:31.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "110"
      ],
      "favorite_count": "11",
      "id_str": "211560933667291008",
      "truncated": false,
      "retweet_count": "1",
      "id": "211560933667291008",
      "created_at": "Sat Jun 09 20:50:31 +0000 2012",
      "favorited": false,
      "full_text": "Decibel slept through the planer, the thunder and my fiddle. I have never been so well received as a musician.",
      "lang": "en",
      "in_reply_to_status_id_str": "211462163619348554",
      "in_reply_to_status_id": "211462163619348554",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "211462163619348554"
          ],
          "editableUntil": "2012-06-09T15:18:03.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "124"
      ],
      "favorite_count": "9",
      "id_str": "211462163619348554",
      "truncated": false,
      "retweet_count": "2",
      "id": "211462163619348554",
      "created_at": "Sat Jun 09 14:18:03 +0000 2012",
      "favorited": false,
      "full_text": "I went to the shelter for a look and came home with a cat. She is white, blue-eyed and stone deaf. I have named her Decibel.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "202123702527170097"
          ],
          "editableUntil": "2012-05-14T20:50:20.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "131"
      ],
      "favorite_count": "1",
      "id_str": "202123702527170097",
      "truncated": false,
      "retweet_count": "0",
      "id": "202123702527170097",
      "created_at": "Mon May 14 19:50:20 +0000 2012",
      "favorited": false,
      "full_text": "Tea: strong, one sugar, in the mug with the chip. Coffee is for Swedes and emergencies, and I'm half of one and often in the other.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "196624209554926696"
          ],
          "editableUntil": "2012-04-29T16:37:19.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Harbour Diary",
            "screen_name": "harbourdiary",
            "indices": [
              "3",
              "16"
            ],
            "id_str": "173320598",
            "id": "173320598"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "76"
      ],
      "favorite_count": "0",
      "id_str": "196624209554926696",
      "truncated": false,
      "retweet_count": "0",
      "id": "196624209554926696",
      "created_at": "Sun Apr 29 15:37:19 +0000 2012",
      "favorited": false,
      "full_text": "RT @harbourdiary: Whoever tied this knot, we need to talk. And also a knife.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "186881382947973117"
          ],
          "editableUntil": "2012-04-02T19:22:48.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "94"
      ],
      "favorite_count": "14",
      "id_str": "186881382947973117",
      "truncated": false,
      "retweet_count": "1",
      "id": "186881382947973117",
      "created_at": "Mon Apr 02 18:22:48 +0000 2012",
      "favorited": false,
      "full_text": "I joined the shore crew of the lifeboat. Mostly I hose things. A hosed thing is a ready thing.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "178785442120722236"
          ],
          "editableUntil": "2012-03-11T11:12:25.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "81"
      ],
      "favorite_count": "2",
      "id_str": "178785442120722236",
      "truncated": false,
      "retweet_count": "2",
      "id": "178785442120722236",
      "created_at": "Sun Mar 11 10:12:25 +0000 2012",
      "favorited": false,
      "full_text": "A hydrophone is a microphone that can hold its breath. That is the whole lecture.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "165540773137747457"
          ],
          "editableUntil": "2012-02-03T22:02:50.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Nuala Lindqvist",
            "screen_name": "nualacorrects",
            "indices": [
              "0",
              "14"
            ],
            "id_str": "284410932",
            "id": "284410932"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "35"
      ],
      "favorite_count": "1",
      "id_str": "165540773137747457",
      "truncated": false,
      "retweet_count": "2",
      "id": "165540773137747457",
      "created_at": "Fri Feb 03 21:02:50 +0000 2012",
      "favorited": false,
      "full_text": "@nualacorrects Yes Mam, with a hat.",
      "lang": "en",
      "in_reply_to_status_id_str": "165530705348464289",
      "in_reply_to_status_id": "165530705348464289",
      "in_reply_to_user_id": "284410932",
      "in_reply_to_user_id_str": "284410932",
      "in_reply_to_screen_name": "nualacorrects"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "165535432911339803"
          ],
          "editableUntil": "2012-02-03T21:41:37.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "89"
      ],
      "favorite_count": "1",
      "id_str": "165535432911339803",
      "truncated": false,
      "retweet_count": "0",
      "id": "165535432911339803",
      "created_at": "Fri Feb 03 20:41:37 +0000 2012",
      "favorited": false,
      "full_text": "I swim at Traught all year round now. I don't tell people about it. Apart from this once.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "159381789637827790"
          ],
          "editableUntil": "2012-01-17T22:09:14.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "60"
      ],
      "favorite_count": "1",
      "id_str": "159381789637827790",
      "truncated": false,
      "retweet_count": "0",
      "id": "159381789637827790",
      "created_at": "Tue Jan 17 21:09:14 +0000 2012",
      "favorited": false,
      "full_text": "Lindqvist's first law: if it isn't labelled, it isn't yours.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "146492046026684121"
          ],
          "editableUntil": "2011-12-13T08:30:00.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "121"
      ],
      "favorite_count": "5",
      "id_str": "146492046026684121",
      "truncated": false,
      "retweet_count": "1",
      "id": "146492046026684121",
      "created_at": "Tue Dec 13 07:30:00 +0000 2011",
      "favorited": false,
      "full_text": "My birthday is the thirteenth of December, Lucia day. My father says I arrived with no candles and a great deal of noise.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "140488750298712714"
          ],
          "editableUntil": "2011-11-26T18:55:02.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "112"
      ],
      "favorite_count": "8",
      "id_str": "140488750298712714",
      "truncated": false,
      "retweet_count": "1",
      "id": "140488750298712714",
      "created_at": "Sat Nov 26 17:55:02 +0000 2011",
      "favorited": false,
      "full_text": "Tomas har skickat lussekatter med posten. De kom fram hela, vilket är mer än man kan säga om min saffransbudget.",
      "lang": "sv"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "122661439084043041"
          ],
          "editableUntil": "2011-10-08T14:15:40.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "127"
      ],
      "favorite_count": "3",
      "id_str": "122661439084043041",
      "truncated": false,
      "retweet_count": "0",
      "id": "122661439084043041",
      "created_at": "Sat Oct 08 13:15:40 +0000 2011",
      "favorited": false,
      "full_text": "Uncle Colm has retired, he says. He retired at nine and was back at the bench by eleven, to show the retirement how it is done.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "116247808893645021"
          ],
          "editableUntil": "2011-09-20T21:30:12.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "104"
      ],
      "favorite_count": "3",
      "id_str": "116247808893645021",
      "truncated": false,
      "retweet_count": "0",
      "id": "116247808893645021",
      "created_at": "Tue Sep 20 20:30:12 +0000 2011",
      "favorited": false,
      "full_text": "Back to college for the physics degree. I got a C in physics in 1996. Physics has forgotten; I have not.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "102702647159234818"
          ],
          "editableUntil": "2011-08-14T12:26:33.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "106"
      ],
      "favorite_count": "6",
      "id_str": "102702647159234818",
      "truncated": false,
      "retweet_count": "0",
      "id": "102702647159234818",
      "created_at": "Sun Aug 14 11:26:33 +0000 2011",
      "favorited": false,
      "full_text": "Hooker festival weekend in Kinvara. I have missed it twice in my life: once for measles, once for Germany.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "93416217891887112"
          ],
          "editableUntil": "2011-07-19T21:25:36.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "131"
      ],
      "favorite_count": "4",
      "id_str": "93416217891887112",
      "truncated": false,
      "retweet_count": "6",
      "id": "93416217891887112",
      "created_at": "Tue Jul 19 20:25:36 +0000 2011",
      "favorited": false,
      "full_text": "The Summer Book by Tove Jansson is the only novel I reread every July. Nothing happens in it and I have never got to the end of it.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "87200902488257405"
          ],
          "editableUntil": "2011-07-02T17:48:09.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Clinker Weekly",
            "screen_name": "clinkerweekly",
            "indices": [
              "3",
              "17"
            ],
            "id_str": "140992367",
            "id": "140992367"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "74"
      ],
      "favorite_count": "0",
      "id_str": "87200902488257405",
      "truncated": false,
      "retweet_count": "0",
      "id": "87200902488257405",
      "created_at": "Sat Jul 02 16:48:09 +0000 2011",
      "favorited": false,
      "full_text": "RT @clinkerweekly: If your varnish is perfect your boat is not being used.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "82060171957023991"
          ],
          "editableUntil": "2011-06-18T13:20:44.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [
          {
            "name": "Jutta Petersen",
            "screen_name": "juttapetersen_k",
            "indices": [
              "0",
              "16"
            ],
            "id_str": "224906813",
            "id": "224906813"
          }
        ],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "98"
      ],
      "favorite_count": "1",
      "id_str": "82060171957023991",
      "truncated": false,
      "retweet_count": "1",
      "id": "82060171957023991",
      "created_at": "Sat Jun 18 12:20:44 +0000 2011",
      "favorited": false,
      "full_text": "@juttapetersen_k Doch, das geht wirklich. Ruder ins Wasser, Ohr ans Holz. Probier es in der Förde.",
      "lang": "de",
      "in_reply_to_status_id_str": "82027709458083804",
      "in_reply_to_status_id": "82027709458083804",
      "in_reply_to_user_id": "224906813",
      "in_reply_to_user_id_str": "224906813",
      "in_reply_to_screen_name": "juttapetersen_k"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "82011000132018401"
          ],
          "editableUntil": "2011-06-18T10:05:20.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "125"
      ],
      "favorite_count": "2",
      "id_str": "82011000132018401",
      "truncated": false,
      "retweet_count": "0",
      "id": "82011000132018401",
      "created_at": "Sat Jun 18 09:05:20 +0000 2011",
      "favorited": false,
      "full_text": "Farmor taught me this: put the blade of an oar in the water and your ear to the handle. You will hear engines you cannot see.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "75323545605318952"
          ],
          "editableUntil": "2011-05-30T23:11:47.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "77"
      ],
      "favorite_count": "2",
      "id_str": "75323545605318952",
      "truncated": false,
      "retweet_count": "1",
      "id": "75323545605318952",
      "created_at": "Mon May 30 22:11:47 +0000 2011",
      "favorited": false,
      "full_text": "Exam on Fourier transforms today. It is only sorting a noise into its planks.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "57889733971995749"
          ],
          "editableUntil": "2011-04-12T20:36:02.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "122"
      ],
      "favorite_count": "14",
      "id_str": "57889733971995749",
      "truncated": false,
      "retweet_count": "5",
      "id": "57889733971995749",
      "created_at": "Tue Apr 12 19:36:02 +0000 2011",
      "favorited": false,
      "full_text": "The doctor said allergy. I said nonsense. He put a dot of resin on my back and by morning I looked like a map of Clew Bay.",
      "lang": "en",
      "in_reply_to_status_id_str": "57889045214963594",
      "in_reply_to_status_id": "57889045214963594",
      "in_reply_to_user_id": "261847730",
      "in_reply_to_user_id_str": "261847730",
      "in_reply_to_screen_name": "maralistens"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "57889045214963594"
          ],
          "editableUntil": "2011-04-12T20:33:18.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "117"
      ],
      "favorite_count": "4",
      "id_str": "57889045214963594",
      "truncated": false,
      "retweet_count": "0",
      "id": "57889045214963594",
      "created_at": "Tue Apr 12 19:33:18 +0000 2011",
      "favorited": false,
      "full_text": "People ask why I left the boatyard. Short answer: epoxy. My hands came up like boiled crab every time I opened a tin.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "49948626559935242"
          ],
          "editableUntil": "2011-03-21T22:40:55.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "105"
      ],
      "favorite_count": "2",
      "id_str": "49948626559935242",
      "truncated": false,
      "retweet_count": "1",
      "id": "49948626559935242",
      "created_at": "Mon Mar 21 21:40:55 +0000 2011",
      "favorited": false,
      "full_text": "I built boats for thirteen years. Now I build amplifiers the size of a biscuit. The swearing is the same.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "45544922287851744"
          ],
          "editableUntil": "2011-03-09T19:02:10.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "139"
      ],
      "favorite_count": "1",
      "id_str": "45544922287851744",
      "truncated": false,
      "retweet_count": "1",
      "id": "45544922287851744",
      "created_at": "Wed Mar 09 18:02:10 +0000 2011",
      "favorited": false,
      "full_text": "Oldest in the electronics class by eleven years. The lads call me Mammy. I have the best solder joints, so they may call me what they like.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "44491065820113272"
          ],
          "editableUntil": "2011-03-06T21:14:31.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
      "entities": {
        "user_mentions": [],
        "urls": [],
        "symbols": [],
        "hashtags": []
      },
      "display_text_range": [
        "0",
        "70"
      ],
      "favorite_count": "5",
      "id_str": "44491065820113272",
      "truncated": false,
      "retweet_count": "0",
      "id": "44491065820113272",
      "created_at": "Sun Mar 06 20:14:31 +0000 2011",
      "favorited": false,
      "full_text": "Mam says nobody will read this. Grand: nobody read my invoices either.",
      "lang": "en"
    }
  }
]
