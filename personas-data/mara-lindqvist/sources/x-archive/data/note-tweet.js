window.YTD.note_tweet.part0 = [
  {
    "noteTweet": {
      "noteTweetId": "1624815969475687268",
      "updatedAt": "2023-02-12T17:01:30.000Z",
      "lifecycle": {
        "value": "",
        "name": "NotShared",
        "originalName": "NotShared",
        "annotations": {}
      },
      "createdAt": "2023-02-12T17:01:30.000Z",
      "core": {
        "styletags": [],
        "urls": [],
        "text": "A list, since people keep asking what I carry in the pocket of my oilskin. Pencil, and a spare pencil. A strip of self-amalgamating tape. A clothes peg, for holding whatever needs a third hand. A whistle. A marlinspike that belonged to my father, worn so smooth that it looks poured. A boiled sweet for the end of the second day, when the sickness stops. A tag with my name on it: if I go over the side, I want to be labelled. And no phone: the phone lives in the dry box with the sandwiches, because only one of them is any use when wet.",
        "mentions": [],
        "cashtags": [],
        "hashtags": []
      }
    }
  },
  {
    "noteTweet": {
      "noteTweetId": "1705985520834387408",
      "updatedAt": "2023-09-24T16:40:19.000Z",
      "lifecycle": {
        "value": "",
        "name": "NotShared",
        "originalName": "NotShared",
        "annotations": {}
      },
      "createdAt": "2023-09-24T16:40:19.000Z",
      "core": {
        "styletags": [],
        "urls": [],
        "text": "A short lesson on decibels, because a headline this week said a ship was \"as loud as a rocket\" and I had to go and stand in the garden. Sound in water is measured against one micropascal. Sound in air is measured against twenty. Water is also thicker and faster, so the same number means far less energy there. To compare them fairly you take about 61.5 off the underwater figure. A ship at 180 in water is then something like 118 in air: loud, like a chainsaw at your elbow, and no rocket. It still matters, a great deal, because the chainsaw never stops and nobody down there can walk away. But please: the sea has enough noise in it without ours in the newspapers.",
        "mentions": [],
        "cashtags": [],
        "hashtags": []
      }
    }
  },
  {
    "noteTweet": {
      "noteTweetId": "1769384478212975255",
      "updatedAt": "2024-03-17T15:25:08.000Z",
      "lifecycle": {
        "value": "",
        "name": "NotShared",
        "originalName": "NotShared",
        "annotations": {}
      },
      "createdAt": "2024-03-17T15:25:08.000Z",
      "core": {
        "styletags": [],
        "urls": [],
        "text": "What I tell every school before we lower the hydrophone. One: nobody speaks for a full minute, and that includes the teacher. Two: you will think it is broken, because the first thing you hear is hiss. Wait. Three: the hiss comes apart. There's a crackle, which is small animals eating. There's a hum, which is a boat you can't see. There's a knock, which is the mooring, and that's my fault. Four: write down what you heard before anybody tells you what it was, because afterwards you'll only hear the answer. Five: somebody always hears a whale. It's usually Mr Lally's stomach. I have done this in sixty-odd rooms now and I've never once got tired of minute two.",
        "mentions": [],
        "cashtags": [],
        "hashtags": []
      }
    }
  }
]
